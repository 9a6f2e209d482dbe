import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import {
  type FollowUp,
  type FollowUpOutcome,
  followUpOutcomes,
  gradeLabels,
  ratingReasons,
  ratingRoutes as routes,
} from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { formatDay, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'

/** One bad rating: what was said, by when somebody calls, what was done about it. */
export function FollowUpCard({ item }: { item: FollowUp }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { applicationNo, grade, tone, followUpBy, words } = item
  const label = gradeLabels[grade === 1 ? 1 : 2]
  const due = followUpBy === null ? t('dueUnknown') : t('due', { day: formatDay(followUpBy, language) })
  const said = item.reasons.map(code => pick(ratingReasons[code].zh, ratingReasons[code].en, language))
  return (
    <section className="card" aria-label={applicationNo}>
      <div className="rating-head">
        <strong>{pick(label.zh, label.en, language)}</strong>
        <span>
          {pick(item.serviceLabel, item.serviceLabelEn, language)} · {item.townName}
        </span>
        <span className="quiet">{t('rated', { day: formatDay(item.ratedOn, language) })}</span>
        {tone === 'done' ? null : <span>{due}</span>}
        {tone === 'overdue' || tone === 'soon' ? <strong>{t(tone)}</strong> : null}
        <Link to="/applications/$applicationNo" params={{ applicationNo }}>
          {t('file')} {applicationNo}
        </Link>
      </div>
      {said.length === 0 ? null : <p>{said.join(language === 'zh' ? '、' : ', ')}</p>}
      {words === null ? null : <p>“{words}”</p>}
      {item.lines.length === 0 ? null : (
        <ul className="rating-lines">
          {item.lines.map(line => (
            <li key={line.at}>
              {t('line', {
                at: formatInstant(line.at, language),
                by: line.by,
                outcome: pick(followUpOutcomes[line.outcome].zh, followUpOutcomes[line.outcome].en, language),
                note: line.note,
              })}
            </li>
          ))}
        </ul>
      )}
      {tone === 'done' ? null : <LineForm applicationNo={applicationNo} />}
    </section>
  )
}

const outcomes = Object.keys(followUpOutcomes) as FollowUpOutcome[]

function LineForm({ applicationNo }: { applicationNo: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const queries = useQueryClient()
  const [outcome, setOutcome] = useState<FollowUpOutcome>('solved')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const save = useMutation({
    mutationFn: () => call(routes.followUp, { params: { applicationNo }, body: { outcome, note } }),
    onSuccess: () => {
      setNote('')
      return queries.invalidateQueries({ queryKey: ['ratingFollowUps'] })
    },
  })
  const send = () => {
    setMissing(note.trim() === '')
    if (note.trim() !== '') save.mutate()
  }
  return (
    <div className="rating-form">
      <div className="field">
        <label htmlFor={`${id}-outcome`}>{t('outcome')}</label>
        <Select
          id={`${id}-outcome`}
          aria-label={t('outcome')}
          value={outcome}
          onChange={setOutcome}
          options={outcomes.map(value => ({
            value,
            label: pick(followUpOutcomes[value].zh, followUpOutcomes[value].en, language),
          }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-note`}>{t('note')}</label>
        <Input.TextArea
          id={`${id}-note`}
          rows={2}
          maxLength={500}
          placeholder={t('noteHint')}
          value={note}
          onChange={event => setNote(event.target.value)}
        />
      </div>
      {missing ? (
        <p className="missing" role="alert">
          {t('noteMissing')}
        </p>
      ) : null}
      <div>
        <Button type="primary" loading={save.isPending} onClick={send}>
          {t('save')}
        </Button>
      </div>
      {save.isError ? <FailedToLoad error={save.error} retry={send} /> : null}
    </div>
  )
}
