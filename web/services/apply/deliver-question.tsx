import type { Deliver } from '#contract/licensing'
import { Choices } from '../kit/button.tsx'
import { applyTexts } from './texts.ts'

const modes = ['electronic', 'door', 'post', 'pickup'] as const satisfies readonly Deliver['mode'][]

/** 领取方式: the electronic licence is there in any case; the question is only how paper comes. */
export function DeliverQuestion({ address, onChoose }: { address: string; onChoose: (mode: Deliver['mode']) => void }) {
  const t = applyTexts.useTexts()
  return (
    <Choices
      choices={modes.map(mode => ({
        key: mode,
        label: t(`deliver.${mode}`),
        detail: mode === 'door' || mode === 'post' ? address : t(`deliver.${mode}.detail`),
      }))}
      onChoose={mode => onChoose(mode as Deliver['mode'])}
    />
  )
}
