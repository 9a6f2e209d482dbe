import { useId, useState } from 'react'
import { inFours, type ReportAnswer, reportRoutes as routes } from '#contract/intelligence'
import { fen, formatYuan } from '#kernel/money'
import { callAsNobody, freshKey, Problem } from '../../shared/api.ts'
import { formatDay, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Wrong } from '../app/wrong.tsx'
import { texts } from './texts.ts'

interface Shown {
  readonly receipt: string
  readonly answer: ReportAnswer
  readonly again: () => Promise<void>
}

/** 查到的结果: how far it is, what was said, and what may be added. */
export function FollowAnswer({ receipt, answer, again }: Shown) {
  const t = texts.useTexts()
  const { state, words, receivedOn, dueOn, messages, reward } = answer
  return (
    <section aria-live="polite">
      <h2>{state === 'done' ? t('state.done', { outcome: pick(words.zh, words.en) }) : t('state.checking')}</h2>
      <dl className="details">
        <div>
          <dt>{t('received')}</dt>
          <dd>{formatDay(receivedOn)}</dd>
        </div>
        {dueOn === null ? null : (
          <div>
            <dt>{t('due')}</dt>
            <dd>{formatDay(dueOn)}</dd>
          </div>
        )}
      </dl>
      {reward ? <Reward receipt={receipt} reward={reward} /> : null}
      <h2>{t('messages')}</h2>
      {messages.length === 0 ? <p>{t('none')}</p> : null}
      <ul className="report-messages">
        {messages.map(({ fromReporter, text, atHour }) => (
          <li key={`${atHour} ${text}`}>
            <strong>{t(fromReporter ? 'from.reporter' : 'from.bureau')}</strong>{' '}
            <span className="quiet small">{formatInstant(atHour)}</span>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <AddWords receipt={receipt} again={again} />
    </section>
  )
}

function AddWords({ receipt, again }: Pick<Shown, 'receipt' | 'again'>) {
  const t = texts.useTexts()
  const id = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<Problem>()
  const send = async () => {
    try {
      await callAsNobody(routes.addWords, { body: { receipt, text, nonce: freshKey().replaceAll('-', '') } })
      setText('')
      await again()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setWrong(error)
    }
  }
  return (
    <form
      className="report"
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <label htmlFor={id}>{t('add')}</label>
      <textarea id={id} rows={3} maxLength={1000} value={text} onChange={event => setText(event.target.value)} />
      <Wrong problem={wrong} />
      <div className="buttons">
        <button type="submit" className="act plain" disabled={text.trim() === ''}>
          {t('add.send')}
        </button>
      </div>
    </form>
  )
}

function Reward({ receipt, reward }: { receipt: string; reward: NonNullable<ReportAnswer['reward']> }) {
  const t = texts.useTexts()
  const [code, setCode] = useState<string>()
  const amount = formatYuan(fen(reward.amountFen))
  return (
    <>
      <h2>{t('reward')}</h2>
      {reward.state === 'paid' ? (
        <p>{t('reward.paid', { amount, day: reward.paidOn === null ? '' : formatDay(reward.paidOn) })}</p>
      ) : (
        <>
          <p>{t('reward.approved', { amount })}</p>
          {code === undefined ? (
            <button
              type="button"
              className="act"
              onClick={() => void callAsNobody(routes.payout, { body: { receipt } }).then(reply => setCode(reply.code))}
            >
              {t('reward.code')}
            </button>
          ) : (
            <p className="report-receipt">
              <span className="quiet">{t('reward.shown')}</span>
              <strong>{inFours(code)}</strong>
            </p>
          )}
        </>
      )}
    </>
  )
}
