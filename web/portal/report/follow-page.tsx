import { useId, useState } from 'react'
import { type ReportAnswer, reportRoutes as routes } from '#contract/intelligence'
import { callAsNobody, Problem } from '../../shared/api.ts'
import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { Wrong } from '../app/wrong.tsx'
import { FollowAnswer } from './follow-answer.tsx'
import './report.css'
import { texts } from './texts.ts'

/** 查举报进度: by the receipt alone. It stands in no address and is forgotten when the page is left. */
export default function FollowPage() {
  const t = texts.useTexts()
  const id = useId()
  const [receipt, setReceipt] = useState('')
  const [answer, setAnswer] = useState<ReportAnswer>()
  const [wrong, setWrong] = useState<Problem>()
  const look = async () => {
    setWrong(undefined)
    try {
      setAnswer(await callAsNobody(routes.follow, { body: { receipt } }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setAnswer(undefined)
      setWrong(error)
    }
  }
  return (
    <Page title={t('follow.title')}>
      <form
        className="report"
        onSubmit={event => {
          event.preventDefault()
          void look()
        }}
      >
        <label htmlFor={id}>{t('follow.ask')}</label>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          maxLength={30}
          value={receipt}
          onChange={event => setReceipt(event.target.value)}
        />
        <Wrong problem={wrong} />
        <div className="buttons">
          <button type="submit" className="act" disabled={receipt.trim() === ''}>
            {t('follow.look')}
          </button>
        </div>
      </form>
      {answer ? <FollowAnswer key={answer.messages.length} receipt={receipt} answer={answer} again={look} /> : null}
      <p>
        {t('other')} <Link to={paths.report}>{t('title')}</Link>
      </p>
    </Page>
  )
}
