import { useEffect, useState } from 'react'
import { matters, reportRoutes } from '#contract/intelligence'
import { type Choice, Choices } from '../../services/kit/button.tsx'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import type { PromptKey } from '../speech/prompts.ts'
import { type Answers, firstMatters, moreMatters, numbers, places, times, townPage } from './answers.ts'
import { reportTexts } from './texts.ts'

export type ChoiceStep = 'matter' | 'moreMatter' | 'town' | 'place' | 'time' | 'known'
type Next = ChoiceStep | 'number' | 'check'

interface Props extends PageProps {
  readonly step: ChoiceStep
  readonly answers: Answers
  readonly say: (more: Answers, next: Next) => void
  readonly back: () => void
}

const spoken: Readonly<Record<ChoiceStep, PromptKey>> = {
  ...{ matter: 'reportMatter', moreMatter: 'reportMatter', town: 'reportTown' },
  ...{ place: 'reportPlace', time: 'reportTime', known: 'reportKnown' },
}

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] => Object.keys(table) as K[]
const choicesOf = <K extends string>(
  table: Readonly<Record<K, { readonly zh: string; readonly en: string }>>,
  keys: readonly K[],
): Choice[] => keys.map(key => ({ key, label: pick(table[key].zh, table[key].en) }))

/** One question, at most five answers, none of them typed. */
export function QuestionPage({ kiosk, send, step, say, back }: Props) {
  const t = reportTexts.useTexts()
  const [page, setPage] = useState(0)
  const towns = useTowns(step === 'town')
  const ask = (choices: readonly Choice[], choose: (key: string) => void) => (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(step === 'moreMatter' ? 'matter' : step)}
      say={spoken[step]}
      back={page > 0 ? () => setPage(page - 1) : back}
    >
      {step === 'matter' ? <p>{t('intro')}</p> : null}
      <Choices choices={choices} onChoose={choose} low={step === 'matter'} />
    </Frame>
  )
  switch (step) {
    case 'matter':
      return ask([...choicesOf(matters, firstMatters), { key: 'more', label: t('more') }], key => {
        const matter = firstMatters.find(one => one === key)
        say(matter === undefined ? {} : { matter }, matter === undefined ? 'moreMatter' : 'town')
      })
    case 'moreMatter':
      return ask(choicesOf(matters, moreMatters), key =>
        say({ matter: moreMatters.find(one => one === key) ?? 'other' }, 'town'),
      )
    case 'town': {
      const { shown, more } = townPage(towns, kiosk.device?.terminal.town ?? '', page)
      const last = more ? { key: 'more', label: t('townMore') } : { key: 'none', label: t('townNone') }
      return ask([...shown.map(({ code, name }) => ({ key: code, label: name })), last], key => {
        if (key === 'more') return setPage(page + 1)
        const town = towns.find(({ code }) => code === key)
        say(town === undefined ? {} : { town }, 'place')
      })
    }
    case 'place':
      return ask(choicesOf(places, keysOf(places)), key => say({ place: key as keyof typeof places }, 'time'))
    case 'time':
      return ask(choicesOf(times, keysOf(times)), key => say({ time: key as keyof typeof times }, 'known'))
    case 'known':
      return ask(choicesOf(numbers, keysOf(numbers)), key =>
        key === 'none'
          ? say({}, 'check')
          : say({ number: { kind: key as Exclude<keyof typeof numbers, 'none'>, value: '' } }, 'number'),
      )
  }
}

/** 镇街 of the county; where they cannot be had the question is answered by 说不准. */
function useTowns(wanted: boolean): readonly { readonly code: string; readonly name: string }[] {
  const [towns, setTowns] = useState<readonly { readonly code: string; readonly name: string }[]>([])
  useEffect(() => {
    if (!wanted) return
    const gone = new AbortController()
    call(reportRoutes.towns, { signal: gone.signal }).then(
      ({ items }) => setTowns(items),
      () => undefined,
    )
    return () => gone.abort()
  }, [wanted])
  return towns
}
