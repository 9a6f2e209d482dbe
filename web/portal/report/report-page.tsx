import { useId, useRef, useState } from 'react'
import { type ClueMatter, inFours, matters, reportRoutes as routes } from '#contract/intelligence'
import { callAsNobody, freshKey, Problem } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { Wrong } from '../app/wrong.tsx'
import type { Photo } from './photo.ts'
import { PhotoField } from './photo-field.tsx'
import './report.css'
import { texts } from './texts.ts'

/** 举报: four questions on one page, the answer is a receipt. Nothing is kept in this browser. */
export default function ReportPage() {
  const t = texts.useTexts()
  const [receipt, setReceipt] = useState<string>()
  return (
    <Page title={t(receipt === undefined ? 'title' : 'taken')}>
      {receipt === undefined ? <ReportForm done={setReceipt} /> : <Receipt receipt={receipt} />}
    </Page>
  )
}

function ReportForm({ done }: { done: (receipt: string) => void }) {
  const t = texts.useTexts()
  const id = useId()
  const [matter, setMatter] = useState<ClueMatter>('counterfeit')
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [named, setNamed] = useState(false)
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [sms, setSms] = useState(false)
  const [sending, setSending] = useState(false)
  const [wrong, setWrong] = useState<Problem>()
  // One report, one key and one nonce, however often the network has to be tried.
  const once = useRef({ key: freshKey(), nonce: freshKey().replaceAll('-', '') })
  const send = async () => {
    setSending(true)
    setWrong(undefined)
    try {
      const reporter = named ? { name, phone } : undefined
      const body = {
        channel: 'portal',
        matter,
        text,
        photos: photos.map(({ content }) => content),
        nonce: once.current.nonce,
      } as const
      const reply = await callAsNobody(routes.report, {
        body: { ...body, ...(reporter ? { reporter, smsWanted: sms && phone.trim() !== '' } : {}) },
        idempotencyKey: once.current.key,
        patience: 60_000,
      })
      done(reply.receipt)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // What was refused is a new question once it is changed; what was lost on the way is the same one.
      if (error.status !== 0) once.current = { key: freshKey(), nonce: freshKey().replaceAll('-', '') }
      setWrong(error)
    } finally {
      setSending(false)
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
      <p>{t('intro')}</p>
      <label htmlFor={`${id}-matter`}>{t('matter')}</label>
      <select id={`${id}-matter`} value={matter} onChange={event => setMatter(event.target.value as ClueMatter)}>
        {Object.entries(matters).map(([code, { zh, en }]) => (
          <option key={code} value={code}>
            {pick(zh, en)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-text`}>{t('what')}</label>
      <textarea
        id={`${id}-text`}
        aria-describedby={`${id}-help`}
        rows={5}
        maxLength={2000}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <p id={`${id}-help`} className="quiet small">
        {t('what.help')}
      </p>
      <PhotoField photos={photos} set={setPhotos} />
      <fieldset>
        <legend>{t('who')}</legend>
        {([false, true] as const).map(one => (
          <label key={String(one)} className="report-choice">
            <input type="radio" name={`${id}-who`} checked={named === one} onChange={() => setNamed(one)} />
            {t(one ? 'who.named' : 'who.none')}
          </label>
        ))}
        {named ? (
          <>
            <label htmlFor={`${id}-name`}>{t('name')}</label>
            <input
              id={`${id}-name`}
              autoComplete="off"
              maxLength={40}
              value={name}
              onChange={event => setName(event.target.value)}
            />
            <label htmlFor={`${id}-phone`}>{t('phone')}</label>
            <input
              id={`${id}-phone`}
              type="tel"
              autoComplete="off"
              maxLength={30}
              value={phone}
              onChange={event => setPhone(event.target.value)}
            />
            <label className="report-choice">
              <input type="checkbox" checked={sms} onChange={event => setSms(event.target.checked)} />
              {t('sms')}
            </label>
            <p className="quiet small">{t('sms.help')}</p>
            <p className="quiet small">{t('sealed')}</p>
          </>
        ) : null}
      </fieldset>
      <Wrong problem={wrong} />
      <div className="buttons">
        <button type="submit" className="act" disabled={sending || text.trim() === ''}>
          {t(sending ? 'sending' : 'send')}
        </button>
        <Link to={paths.reportFollow} className="act plain">
          {t('follow')}
        </Link>
      </div>
    </form>
  )
}

function Receipt({ receipt }: { receipt: string }) {
  const t = texts.useTexts()
  const [copied, setCopied] = useState(false)
  return (
    <>
      <p>{t('taken.next')}</p>
      <p className="report-receipt">
        <span className="quiet">{t('receipt')}</span>
        <strong data-receipt={receipt}>{inFours(receipt)}</strong>
      </p>
      <p className="wrong">{t('keep')}</p>
      <div className="buttons">
        <button
          type="button"
          className="act"
          onClick={() =>
            void navigator.clipboard?.writeText(receipt).then(
              () => setCopied(true),
              () => undefined,
            )
          }
        >
          {t(copied ? 'copied' : 'copy')}
        </button>
        <Link to={paths.reportFollow} className="act plain">
          {t('follow')}
        </Link>
      </div>
    </>
  )
}
