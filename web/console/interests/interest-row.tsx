import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type InterestView, interestKinds } from '#contract/access'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'
import { useEndInterest } from './use-interests.ts'

/** One interest: who, with whom, how, since when, who said so. */
export function InterestRow({ interest, mayEnd }: { interest: InterestView; mayEnd: boolean }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { staff, staffId, kind, licenceNo, shopName, person, words, fromOn, toOn, ended } = interest
  const own = staffId === useStaff().id
  const days = toOn === null ? t('row.days', { from: fromOn }) : t('row.until', { from: fromOn, to: toOn })
  const at = (instant: string) => formatInstant(instant, language)
  return (
    <article className="card interest" aria-label={`${staff} ${shopName ?? person?.name ?? licenceNo ?? ''}`}>
      <h3>
        {staff} · {interestKinds[kind][language]}
      </h3>
      <p>
        {licenceNo === null ? (
          `${person?.name ?? ''}（${person?.idNoMasked ?? ''}）`
        ) : (
          <Link to="/retailers/$licenceNo" params={{ licenceNo }}>
            {shopName ?? licenceNo} {licenceNo}
          </Link>
        )}{' '}
        · {days}
      </p>
      <p>{words}</p>
      <p className="quiet small">{t('row.stated', { by: interest.statedBy, at: at(interest.statedAt) })}</p>
      {ended === null ? null : (
        <p className="small">{t('row.ended', { by: ended.by, at: at(ended.at), reason: ended.reason })}</p>
      )}
      {mayEnd && own ? <p className="quiet small">{t('end.own')}</p> : null}
      {mayEnd && !own ? <End id={interest.id} name={staff} /> : null}
    </article>
  )
}

function End({ id, name }: { id: string; name: string }) {
  const t = texts.useTexts()
  const end = useEndInterest(id)
  const [reason, setReason] = useState('')
  return (
    <div className="interest-end">
      <Input
        aria-label={t('end.reason')}
        placeholder={t('end.reason')}
        maxLength={200}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <Button
        aria-label={t('end.of', { name })}
        disabled={reason.trim() === ''}
        loading={end.isPending}
        onClick={() => end.mutate(reason.trim())}
      >
        {t('end')}
      </Button>
      <Refused error={end.error} />
    </div>
  )
}
