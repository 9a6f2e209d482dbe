import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type CaseDetail, detailRoutes as routes } from '#contract/cases'
import type { AgencyKind } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatFen } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { LawProvider } from '../application/law-context.tsx'
import { LawPanel } from '../application/law-panel.tsx'
import { CasePanels } from '../goods/case-panels.tsx'
import { GraphLink } from '../graph/graph-link.tsx'
import { MatterCard } from '../partners/matter-card.tsx'
import { Due } from './cases-page.tsx'
import '../application/application.css'
import './cases.css'
import { CheckCard, ClockCard, HistoryCard, PaperCard } from './cards.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { NextSteps } from './next-steps.tsx'
import { RecordCard } from './record-card.tsx'
import { texts } from './texts.ts'

/** Of the agencies a case can be referred to, those that have a kind among the partners. */
const partnerOf: Readonly<Record<string, AgencyKind>> = {
  ...{ market: 'market', customs: 'antiSmuggling', police: 'policeStation' },
}

/** Who gets the draft of a referral: the agency of the letter; the police from the approval on, for then the hours run. */
function referralOf({ row: { state }, referredTo }: CaseDetail): AgencyKind | 'yes' | undefined {
  if (state === 'referred') return partnerOf[referredTo ?? ''] ?? 'yes'
  const withPolice = ['transferApproved', 'transferSent', 'policeFiled', 'transferred'].includes(state)
  return withPolice ? 'economicPolice' : undefined
}

/** 一件案件: what to do next on top with the reason beside it; the law one click away. */
export function CasePage() {
  const { no } = useParams({ from: '/cases/$no' })
  const queries = useQueryClient()
  const key = ['cases', 'one', no]
  const detail = useQuery({ queryKey: key, queryFn: ({ signal }) => call(routes.read, { params: { no }, signal }) })
  if (detail.isError) return <PageFailed error={detail.error} retry={() => void detail.refetch()} />
  if (detail.isPending) return <Loading />
  const fresh = (next: CaseDetail) => {
    void queries.invalidateQueries({ queryKey: ['cases', 'list'] })
    queries.setQueryData(key, next)
  }
  return (
    <LawProvider onChoose={() => document.getElementById('case-law')?.scrollIntoView({ block: 'nearest' })}>
      <Shown detail={detail.data} fresh={fresh} />
    </LawProvider>
  )
}

export interface Part {
  readonly detail: CaseDetail
  readonly fresh: (next: CaseDetail) => void
}

function Shown({ detail, fresh }: Part) {
  const t = texts.useTexts()
  const { row, state } = detail
  return (
    <div className="page">
      <Link className="small" to="/cases" search={{}}>
        {t('back')}
      </Link>
      <div className="file-head">
        <h1>{row.about}</h1>
        <strong>{pick(state.zh, state.en)}</strong>
      </div>
      <p className="quiet">
        {row.no} · {row.partyShown} · {row.town} · <Due row={row} /> <GraphLink no={row.no} />
      </p>
      <div className="case-columns">
        <div>
          <NextSteps key={detail.version} detail={detail} fresh={fresh} />
          <ClockCard detail={detail} />
          <EvidenceCard detail={detail} fresh={fresh} />
          <RecordCard detail={detail} fresh={fresh} />
          <HistoryCard detail={detail} />
        </div>
        <div>
          <Facts detail={detail} />
          <MatterCard no={row.no} refer={referralOf(detail)} />
          <PaperCard detail={detail} />
          <CheckCard no={row.no} version={detail.version} />
          <div id="case-law" className="card gap-above">
            <LawPanel />
          </div>
        </div>
      </div>
      <CasePanels caseNo={row.no} violation={row.violation} />
    </div>
  )
}

function Facts({ detail: { party, facts, officers, money } }: { detail: CaseDetail }) {
  const t = texts.useTexts()
  return (
    <section className="card">
      <h2>{t('people')}</h2>
      <dl className="facts">
        {[...party, ...facts].map(({ zh, en, value }) => (
          <div key={zh}>
            <dt>{pick(zh, en)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('officers')}</dt>
          <dd>
            {officers.length === 0
              ? t('noOfficers')
              : officers.map(({ name, certificateNo }) => `${name}（${certificateNo ?? '—'}）`).join('、')}
          </dd>
        </div>
        {money === null ? null : (
          <div>
            <dt>{t('money')}</dt>
            <dd>
              {t('money.line', {
                fine: formatFen(money.fine),
                gains: formatFen(money.gains),
                late: formatFen(money.late),
                paid: formatFen(money.paid),
                owed: formatFen(money.owed),
              })}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
