import { Button } from 'antd'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { useAnswer, useHelpCalls } from './use-terminals.ts'

/** 求助: somebody stands before a terminal and waits; asked for every 15 seconds. */
export function HelpCalls() {
  const t = texts.useTexts()
  const language = useLanguage()
  const calls = useHelpCalls()
  const answer = useAnswer()
  const items = calls.data?.items ?? []
  return (
    <section className="card" aria-labelledby="calls-head">
      <h2 id="calls-head">{t('calls')}</h2>
      {calls.isError ? <FailedToLoad error={calls.error} retry={() => void calls.refetch()} /> : null}
      {answer.isError ? <FailedToLoad error={answer.error} retry={() => answer.reset()} /> : null}
      {calls.isSuccess && items.length === 0 ? <p className="quiet">{t('calls.none')}</p> : null}
      <ul className="plain-list calls" aria-live="polite">
        {items.map(item => (
          <li key={item.id}>
            <span>
              {t('calls.at', { terminal: item.terminal, step: item.step, at: formatInstant(item.at, language) })}
            </span>
            {item.answeredBy === null ? (
              <Button size="small" loading={answer.isPending} onClick={() => answer.mutate(item.id)}>
                {t('calls.answer')}
              </Button>
            ) : (
              <span className="quiet">{t('calls.answered', { name: item.answeredBy })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
