import { formatInstant } from '../../shared/format.ts'
import { texts } from './texts.ts'

interface Event {
  readonly at: string
  readonly event: string
  readonly by: string
  readonly words: string
}

const known = ['give', 'receive', 'answer', 'finish', 'refuse', 'accept', 'sendBack', 'giveAgain', 'withdraw'] as const
const ofMeeting = ['plan', 'call', 'begin', 'end', 'cancel', 'minutes', 'sign'] as const

/** 经过: who did what when, as it was written down. */
export function History({ events }: { events: readonly Event[] }) {
  const t = texts.useTexts()
  return (
    <section className="card" aria-label={t('history')}>
      <h2>{t('history')}</h2>
      <EventLines events={events} />
    </section>
  )
}

export function EventLines({ events }: { events: readonly Event[] }) {
  const t = texts.useTexts()
  const word = (event: string): string => {
    const name = [...known, ...ofMeeting].find(one => one === event)
    return name === undefined ? event : t(`event.${name}`)
  }
  return (
    <ol className="coop-list small">
      {events.map(({ at, event, by, words }) => (
        <li key={at + event}>
          <span className="quiet">{formatInstant(at)}</span> {by} {word(event)}
          {words === '' ? null : (
            <span className="coop-words" lang="zh-CN">
              ：{words}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
