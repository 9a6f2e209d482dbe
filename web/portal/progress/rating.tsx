import { type FormEvent, useId, useState } from 'react'
import {
  type Grade,
  gradeLabels,
  grades,
  isBad,
  type RatingReason,
  ratingReasons,
  reasonsFor,
  ratingRoutes as routes,
} from '#contract/licensing'
import { call, freshKey, Problem } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import './rating.css'
import { ratingTexts } from './rating-texts.ts'

type Sent = { kind: 'no' | 'sending' } | { kind: 'wrong'; words: string } | { kind: 'yes'; words: string }

/** 好差评 below the progress of one application: five grades, reasons, words; nothing of it is required. */
export function Rating({ applicationNo, code, rated }: { applicationNo: string; code: string; rated: boolean }) {
  const t = ratingTexts.useTexts()
  const id = useId()
  const [grade, setGrade] = useState<Grade>()
  const [reasons, setReasons] = useState<readonly RatingReason[]>([])
  const [words, setWords] = useState('')
  const [sent, setSent] = useState<Sent>({ kind: 'no' })
  const [key] = useState(freshKey)
  if (rated) return <p className="rating-done">{t('given')}</p>
  if (sent.kind === 'yes') {
    return (
      <p className="rating-done" role="status">
        {sent.words}
      </p>
    )
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (grade === undefined) return setSent({ kind: 'wrong', words: t('choose') })
    setSent({ kind: 'sending' })
    try {
      const body = { grade, reasons: [...reasons], words, code }
      // What was said otherwise is another rating; the server lets only one stand.
      const idempotencyKey = `${key}-${grade}-${reasons.join('')}-${words.length}`.slice(0, 100)
      const { followUpBy } = await call(routes.rateByCode, { params: { applicationNo }, body, idempotencyKey })
      const promise = followUpBy === null ? t('willCallSoon') : t('willCall', { day: formatDay(followUpBy) })
      setSent({ kind: 'yes', words: isBad(grade) ? `${t('thanks')}${promise}` : t('thanks') })
    } catch (error) {
      const { title, next } = error instanceof Problem ? error : { title: '', next: '' }
      setSent({ kind: 'wrong', words: t('failed', { title, next }) })
    }
  }
  const toggle = (reason: RatingReason) =>
    setReasons(reasons.includes(reason) ? reasons.filter(one => one !== reason) : [...reasons, reason])
  return (
    <form className="rating" onSubmit={event => void submit(event)} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('title')}</h2>
      <p>{t('intro')}</p>
      <fieldset className="rating-grades">
        <legend className="rating-legend">{t('title')}</legend>
        {grades.map(value => (
          <label key={value}>
            <input
              type="radio"
              name={`${id}-grade`}
              checked={grade === value}
              onChange={() => {
                setGrade(value)
                setReasons([])
              }}
            />
            {pick(gradeLabels[value].zh, gradeLabels[value].en)}
          </label>
        ))}
      </fieldset>
      {grade === undefined ? null : (
        <fieldset className="rating-grades">
          <legend>{t('reasons')}</legend>
          {reasonsFor(grade).map(reason => (
            <label key={reason}>
              <input type="checkbox" checked={reasons.includes(reason)} onChange={() => toggle(reason)} />
              {pick(ratingReasons[reason].zh, ratingReasons[reason].en)}
            </label>
          ))}
        </fieldset>
      )}
      <label className="rating-words" htmlFor={`${id}-words`}>
        {t('words')}
      </label>
      <textarea
        id={`${id}-words`}
        rows={3}
        maxLength={300}
        placeholder={t('wordsHint')}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      {sent.kind === 'wrong' ? (
        <p className="wrong" role="alert">
          {sent.words}
        </p>
      ) : null}
      <div className="buttons">
        <button type="submit" className="act" disabled={sent.kind === 'sending'}>
          {t(sent.kind === 'sending' ? 'sending' : 'send')}
        </button>
      </div>
    </form>
  )
}
