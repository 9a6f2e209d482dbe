import { Button } from 'antd-mobile'
import { TextBox } from '../../parts/text-field.tsx'
import type { Turn } from '../draft.ts'
import { texts } from '../texts.ts'
import type { StepProps } from './form.ts'

const usual = ['q.who', 'q.licence', 'q.source', 'q.amount', 'q.paid', 'q.sold', 'q.more'] as const

/** 问答 one after the other, or what was found; the usual questions are one touch away and can be changed. */
export function WordStep({ draft, set }: StepProps) {
  const t = texts.useTexts()
  if (draft.kind === 'inspection')
    return (
      <>
        <p className="quiet">{t('found.hint')}</p>
        <TextBox label={t('found')} value={draft.found} set={found => set({ found })} max={6000} />
      </>
    )
  const { turns } = draft
  const put = (nth: number, change: Partial<Turn>) =>
    set({ turns: turns.map((one, index) => (index === nth ? { ...one, ...change } : one)) })
  const add = (ask: string) => {
    const last = turns.at(-1)
    const open = last !== undefined && last.ask.trim() === '' && last.answer.trim() === ''
    set({ turns: [...(open ? turns.slice(0, -1) : turns), { ask, answer: '' }] })
  }
  return (
    <>
      {turns.map((turn, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end, and a removed one redraws the rest
        <section key={nth} className="card gap-block">
          <TextBox label={t('ask', { n: nth + 1 })} value={turn.ask} set={ask => put(nth, { ask })} max={500} />
          <TextBox
            label={t('answer', { n: nth + 1 })}
            value={turn.answer}
            set={answer => put(nth, { answer })}
            max={1500}
          />
          {turns.length > 1 ? (
            <button
              type="button"
              className="plain-button"
              onClick={() => set({ turns: turns.filter((_, index) => index !== nth) })}
            >
              {t('turn.drop')}
            </button>
          ) : null}
        </section>
      ))}
      <h2>{t('usual')}</h2>
      <div className="record-usual" lang="zh-CN">
        {usual.map(key => (
          <Button key={key} className="main-button" onClick={() => add(t(key))}>
            {t(key)}
          </Button>
        ))}
      </div>
      <Button block className="main-button" onClick={() => add('')}>
        {t('turn.add')}
      </Button>
    </>
  )
}
