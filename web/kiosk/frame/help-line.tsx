import { texts } from '../texts.ts'
import type { Visit } from '../visit/state.ts'

const words = { calling: 'helpCalling', called: 'helpCalled', failed: 'helpFailed' } as const

/** 找人帮忙: what became of the call, said aloud by screen readers too. */
export function HelpLine({ state }: { state: Visit['help'] }) {
  const t = texts.useTexts()
  return (
    <p className={state === 'none' ? 'help-line' : 'help-line help-line-shown'} role="status">
      {state === 'none' ? '' : t(words[state])}
    </p>
  )
}
