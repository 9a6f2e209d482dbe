import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type CaseDetail, detailRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatDayShort, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'

/** 期限: running ones first; none is ever taken off the list. */
export function ClockCard({ detail: { clocks } }: { detail: CaseDetail }) {
  const t = texts.useTexts()
  const order = { running: 0, paused: 1, met: 2, ended: 3 } as const
  const sorted = clocks.toSorted((a, b) => order[a.state as keyof typeof order] - order[b.state as keyof typeof order])
  return (
    <section className="card gap-above">
      <h2>{t('clocks')}</h2>
      {clocks.length === 0 ? <p className="quiet">{t('noClock')}</p> : null}
      <ul className="plain-list">
        {sorted.map(clock => (
          <li
            key={`${clock.kind} ${clock.startedOn} ${clock.dueOn} ${clock.state}`}
            className={clock.late ? 'case-late' : ''}
          >
            {clock.late ? '▲ ' : ''}
            <strong>{pick(clock.zh, clock.en)}</strong>{' '}
            {t(`clock.${clock.state as keyof typeof order}`, {
              due: formatDayShort(clock.dueOn),
              ended: clock.endedOn === null ? '' : formatDayShort(clock.endedOn),
            })}
            {clock.dueAt === null ? '' : `（${formatInstant(clock.dueAt)}）`}
            {clock.estimated ? t('clock.estimated') : ''} <span className="quiet small">{clock.basis}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 文书: all of them from one file; the whole file as one PDF. */
export function PaperCard({ detail: { papers, row } }: { detail: CaseDetail }) {
  const t = texts.useTexts()
  return (
    <section className="card gap-above">
      <h2>{t('papers')}</h2>
      {papers.length === 0 ? <p className="quiet">{t('noPapers')}</p> : null}
      <ul className="plain-list">
        {papers.map(({ id, title, number, issuedOn, volume }) => (
          <li key={id}>
            <a href={`/api/cases/papers/${id}`} target="_blank" rel="noreferrer">
              {title}
            </a>{' '}
            <span className="quiet small">
              {number} · {formatDayShort(issuedOn)} {volume === 'side' ? t('volume.side') : ''}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/api/cases/${row.no}/bundle`} target="_blank" rel="noreferrer">
          {t('bundle')}
        </a>
      </p>
    </section>
  )
}

/** 案卷评查: asked for, because every document and piece of evidence is opened and compared. */
export function CheckCard({ no, version }: { no: string; version: number }) {
  const t = texts.useTexts()
  const [asked, setAsked] = useState(false)
  const check = useQuery({
    queryKey: ['cases', 'lint', no, version],
    queryFn: ({ signal }) => call(routes.lint, { params: { no }, signal }),
    enabled: asked,
  })
  return (
    <section className="card gap-above">
      <h2>{t('check')}</h2>
      {asked ? null : <Button onClick={() => setAsked(true)}>{t('check.now')}</Button>}
      {check.isError ? <FailedToLoad error={check.error} retry={() => void check.refetch()} /> : null}
      {check.data && check.data.items.length === 0 ? (
        <p role="status">{t('check.none', { count: check.data.checks })}</p>
      ) : null}
      <ul className="plain-list">
        {(check.data?.items ?? []).map(({ code, zh, en, detail, basis }) => (
          <li key={code}>
            <strong className="case-late">✗ {pick(zh, en)}</strong> {detail}{' '}
            <span className="quiet small">{basis}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function HistoryCard({ detail: { history } }: { detail: CaseDetail }) {
  const t = texts.useTexts()
  return (
    <section className="card gap-above">
      <h2>{t('history')}</h2>
      <ol className="timeline">
        {history.map(({ n, at, event, by, lines }) => (
          <li key={n}>
            <time className="quiet" dateTime={at}>
              {formatInstant(at)}
            </time>
            <div>
              <strong>{pick(event.zh, event.en)}</strong> <span className="quiet">{by}</span>
              {lines.map(line => (
                <div key={line.zh} className="case-line">
                  <span className="quiet small">{pick(line.zh, line.en)}：</span>
                  {pick(line.value, line.valueEn)}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
