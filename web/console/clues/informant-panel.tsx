import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { openingWords, type InformantPanel as Panel, informantRoutes as routes } from '#contract/intelligence'
import { call, type Reply } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { openingTexts } from './opening-texts.ts'
import { RewardPart } from './reward-part.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly no: string
  readonly source: string
  readonly outcome: string | null
  readonly caseNo: string | null
}

/** 举报人: a code name; what more may be read here depends on who reads. */
export function InformantPanel({ no, source, outcome, caseNo }: Props) {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const key = ['clues', 'informant', no]
  const panel = useQuery({ queryKey: key, queryFn: ({ signal }) => call(routes.panel, { params: { no }, signal }) })
  if (panel.isError) return <FailedToLoad error={panel.error} retry={() => void panel.refetch()} />
  if (panel.isPending) return <Loading />
  const { code, named, messages, openings, mayAsk, law } = panel.data
  if (code === null)
    return (
      <section className="card">
        <h2>{t('informant')}</h2>
        <p className="quiet">{t(source === 'partner' ? 'informant.partner' : 'informant.nobody')}</p>
      </section>
    )
  const fresh = (next: Panel) => queries.setQueryData(key, next)
  const waiting = openings.some(({ state }) => state === 'asked' || state === 'open')
  return (
    <section className="card">
      <h2>{t('informant')}</h2>
      <p>
        {t('informant.code')} <strong>{code}</strong> {t(named ? 'informant.named' : 'informant.anonymous')}
      </p>
      {messages.length === 0 ? null : <h3>{t('informant.messages')}</h3>}
      <ul className="plain-list">
        {messages.map(({ fromReporter, text, atHour }) => (
          <li key={`${atHour} ${text}`}>
            <strong>{t(fromReporter ? 'informant.from' : 'informant.bureau')}</strong>{' '}
            <span className="quiet small">{formatInstant(atHour)}</span>
            <div className="clue-text">{text}</div>
          </li>
        ))}
      </ul>
      {openings.map(opening => (
        <Opening
          key={opening.id}
          opening={opening}
          fresh={fresh}
          looked={() => void queries.invalidateQueries({ queryKey: key })}
        />
      ))}
      {named && mayAsk && !waiting ? <AskOpening no={no} fresh={fresh} /> : null}
      <RewardPart no={no} outcome={outcome} caseNo={caseNo} reward={panel.data.reward} fresh={fresh} />
      <details className="clue-law">
        <summary>{t('law')}</summary>
        <ul>
          {law.map(one => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function AskOpening({ no, fresh }: { no: string; fresh: (next: Panel) => void }) {
  const t = openingTexts.useTexts()
  const id = useId()
  const [reason, setReason] = useState('')
  const ask = useMutation({
    mutationFn: () => call(routes.ask, { params: { no }, body: { reason } }),
    onSuccess: fresh,
  })
  return (
    <form
      className="clue-form"
      aria-label={t('ask')}
      onSubmit={event => {
        event.preventDefault()
        ask.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t('reason')}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={300}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </div>
      <div>
        <Button htmlType="submit" disabled={reason.trim().length < 5}>
          {t('ask')}
        </Button>
      </div>
      <Refused error={ask.error} />
    </form>
  )
}

interface OpeningProps {
  readonly opening: Panel['openings'][number]
  readonly fresh: (next: Panel) => void
  /** One look more is on record. */
  readonly looked: () => void
}

function Opening({ opening, fresh, looked }: OpeningProps) {
  const t = openingTexts.useTexts()
  const { id, state, reason, askedBy, agreedBy, expiresAt, looks, mayAnswer, mayLook } = opening
  const [seen, setSeen] = useState<Reply<typeof routes.look>>()
  const answer = useMutation({
    mutationFn: (agree: boolean) => call(routes.answer, { params: { id }, body: { agree } }),
    onSuccess: fresh,
  })
  const look = useMutation({
    mutationFn: () => call(routes.look, { params: { id }, body: {} }),
    onSuccess: who => {
      setSeen(who)
      looked()
    },
  })
  return (
    <div className="clue-opening">
      <strong>{pick(openingWords[state].zh, openingWords[state].en)}</strong>{' '}
      {agreedBy === null ? t('asked', { asked: askedBy }) : t('by', { asked: askedBy, agreed: agreedBy })}
      <div className="quiet">{reason}</div>
      {state === 'open' && expiresAt !== null ? (
        <div className="small">{t('until', { time: formatInstant(expiresAt), looks })}</div>
      ) : null}
      <div className="clue-actions">
        {mayAnswer ? (
          <>
            <Button onClick={() => answer.mutate(true)}>{t('agree')}</Button>
            <Button onClick={() => answer.mutate(false)}>{t('refuse')}</Button>
          </>
        ) : null}
        {mayLook ? <Button onClick={() => look.mutate()}>{t('look')}</Button> : null}
      </div>
      {seen ? (
        <p className="clue-seen">
          {[seen.name, seen.phone, seen.idNo].filter(part => (part ?? '') !== '').join(' · ')}
        </p>
      ) : null}
      <Refused error={answer.error ?? look.error} />
    </div>
  )
}
