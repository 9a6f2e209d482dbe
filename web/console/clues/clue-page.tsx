import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import {
  agencies,
  type ClueDetail,
  type ClueEvent,
  clueRoutes,
  clueSteps,
  matters,
  sources,
  stateWords,
} from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { GraphLink } from '../graph/graph-link.tsx'
import { MatterCard } from '../partners/matter-card.tsx'
import { Due, HitMark } from './clue-list.tsx'
import './clues.css'
import { Facts } from './facts.tsx'
import { InformantPanel } from './informant-panel.tsx'
import { Likenesses } from './likenesses.tsx'
import { Photos } from './photos.tsx'
import { Steps } from './steps.tsx'
import { texts } from './texts.ts'

/** Which agency of 协作 takes what was referred. */
const receivers = {
  tobacco: undefined,
  market: 'market',
  customs: 'antiSmuggling',
  police: 'economicPolice',
  post: 'post',
  other: 'yes',
} as const

/** 一条线索: the next thing to do on top, then what was said, what is known of it, and who may know what of the reporter. */
export function CluePage() {
  const { no } = useParams({ from: '/clues/$no' })
  const queries = useQueryClient()
  const key = ['clues', 'one', no]
  const detail = useQuery({ queryKey: key, queryFn: ({ signal }) => call(clueRoutes.read, { params: { no }, signal }) })
  if (detail.isError) return <PageFailed error={detail.error} retry={() => void detail.refetch()} />
  if (detail.isPending) return <Loading />
  const fresh = (next: ClueDetail) => {
    void queries.invalidateQueries({ queryKey: ['clues'] })
    queries.setQueryData(key, next)
  }
  return <Shown detail={detail.data} fresh={fresh} />
}

function Shown({ detail, fresh }: { detail: ClueDetail; fresh: (next: ClueDetail) => void }) {
  const t = texts.useTexts()
  const { clue, law } = detail
  const matter = matters[clue.matter]
  return (
    <div className="page">
      <Link className="small" to="/clues">
        {t('back')}
      </Link>
      <div className="file-head">
        <h1>
          {pick(matter.zh, matter.en)}：{clue.about}
        </h1>
        <strong>{pick(stateWords[clue.state].zh, stateWords[clue.state].en)}</strong>
      </div>
      <p className="quiet">
        {clue.no} · {pick(sources[clue.source].zh, sources[clue.source].en)} · {clue.town}
        {clue.assignee === null ? '' : ` · ${t('assignee')} ${clue.assignee}`}
        {clue.dueOn === null ? '' : ' · '}
        <Due row={clue} /> <HitMark row={clue} />
      </p>
      <PrintSheet no={clue.no} />
      <Steps key={detail.version} detail={detail} fresh={fresh} />
      <details className="clue-law">
        <summary>{t('law')}</summary>
        <ul>
          {law.map(one => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </details>
      <div className="clue-columns">
        <div>
          <section className="card">
            <h2>{t('text')}</h2>
            <p className="clue-text">{detail.text}</p>
            <Links detail={detail} />
            <Photos no={clue.no} photos={detail.photos} />
          </section>
          <Facts detail={detail} fresh={fresh} />
          <section className="card gap-above">
            <Likenesses found={detail.likenesses} />
          </section>
        </div>
        <div>
          <InformantPanel no={clue.no} source={clue.source} outcome={clue.outcome} caseNo={detail.caseNo} />
          <MatterCard no={clue.no} refer={detail.agency === null ? undefined : receivers[detail.agency]} />
          <History events={detail.events} />
        </div>
      </div>
    </div>
  )
}

/** 登记表和流转表 on paper: code name and hours. */
function PrintSheet({ no }: { no: string }) {
  const t = texts.useTexts()
  const print = useMutation({
    mutationFn: () => call(clueRoutes.paper, { params: { no } }),
    onSuccess: page => window.open(URL.createObjectURL(page), '_blank', 'noopener'),
  })
  return (
    <div className="clue-actions">
      <Button loading={print.isPending} onClick={() => print.mutate()}>
        {t('sheet.print')}
      </Button>
      <GraphLink no={no} />
      <Refused error={print.error} />
    </div>
  )
}

function Links({ detail }: { detail: ClueDetail }) {
  const t = texts.useTexts()
  const { clue, sameAs, agency, caseNo, sourceRef, receivedAt } = detail
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      t('receivedAt'),
      clue.informantCode === null ? formatInstant(receivedAt) : t('toTheHour', { at: formatInstant(receivedAt) }),
    ],
    ...(sameAs === null
      ? []
      : [
          [
            t('sameAs'),
            <Link key="clue" to="/clues/$no" params={{ no: sameAs }}>
              {sameAs}
            </Link>,
          ] as const,
        ]),
    ...(agency === null ? [] : [[t('agency'), pick(agencies[agency].zh, agencies[agency].en)] as const]),
    ...(caseNo === null
      ? []
      : [
          [
            t('caseNo'),
            <Link key="case" to="/cases/$no" params={{ no: caseNo }}>
              {caseNo}
            </Link>,
          ] as const,
        ]),
    ...(sourceRef === null ? [] : [[t('sourceRef'), sourceRef] as const]),
  ]
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function History({ events }: Pick<ClueDetail, 'events'>) {
  const t = texts.useTexts()
  const word = (event: string) => {
    if (event === 'take') return t('took')
    if (event === 'caseNo') return t('caseNoted')
    if (event === 'partnerAnswer') return t('partnerAnswered')
    const step = clueSteps[event as ClueEvent]
    return pick(step.zh, step.en)
  }
  return (
    <section className="card gap-above">
      <h2>{t('history')}</h2>
      <ol className="timeline">
        {events.map(({ at, event, by, note }) => (
          <li key={`${at} ${event}`}>
            <time className="quiet" dateTime={at}>
              {formatInstant(at)}
            </time>
            <div>
              <strong>{word(event)}</strong> <span className="quiet">{by}</span>
              <div>{note}</div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
