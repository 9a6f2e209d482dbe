import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import type { ApplicationDetail } from '#contract/licensing'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { ClockCell } from '../work-list/clock-cell.tsx'
import { Flags } from '../work-list/flags.tsx'
import './application.css'
import { FileFacts } from './file-facts.tsx'
import { FileHistory } from './file-history.tsx'
import { LawProvider } from './law-context.tsx'
import { LawPanel } from './law-panel.tsx'
import { MyList } from './my-list.tsx'
import { NextStep } from './next-step.tsx'
import { Parties } from './parties.tsx'
import { Proposal } from './proposal.tsx'
import { RuleTrace } from './rule-trace.tsx'
import { SiteCheckCard } from './site-check/site-check-card.tsx'
import { texts } from './texts.ts'
import { useApplication } from './use-application.ts'

/** 办件页: my list at the left, the file in the middle, rules and law at the right; both sides can be folded away. */
export function ApplicationPage() {
  const t = texts.useTexts()
  const { applicationNo } = useParams({ from: '/applications/$applicationNo' })
  const file = useApplication(applicationNo)
  const [listOpen, setListOpen] = useState(true)
  const [lawOpen, setLawOpen] = useState(true)
  const showLaw = useCallback(() => setLawOpen(true), [])
  return (
    <LawProvider onChoose={showLaw}>
      <div className="file-page" data-list={listOpen} data-law={lawOpen}>
        <aside className="file-side" aria-label={t('mine')}>
          <Button size="small" aria-expanded={listOpen} onClick={() => setListOpen(!listOpen)}>
            {t(listOpen ? 'mine.hide' : 'mine.show')}
          </Button>
          {listOpen ? <MyList current={applicationNo} /> : null}
        </aside>
        <div className="file-centre">
          {file.isError ? (
            <PageFailed error={file.error} retry={() => void file.refetch()} />
          ) : file.isPending ? (
            <Loading />
          ) : (
            <TheFile key={applicationNo} detail={file.data} reload={() => void file.refetch()} />
          )}
        </div>
        <aside className="file-side file-law" aria-label={t('law.show')}>
          <Button size="small" aria-expanded={lawOpen} onClick={() => setLawOpen(!lawOpen)}>
            {t(lawOpen ? 'law.hide' : 'law.show')}
          </Button>
          {lawOpen && file.data ? (
            <>
              <LawPanel />
              <RuleTrace trace={file.data.trace} />
            </>
          ) : null}
        </aside>
      </div>
    </LawProvider>
  )
}

/** 承办人, and whom a countersigning waits for. */
function Handling({ detail: { handler, cosigners, state } }: { detail: ApplicationDetail }) {
  const t = texts.useTexts()
  const waiting = cosigners.filter(one => !one.answered).map(one => one.name)
  const words =
    handler === null
      ? underReview.includes(state)
        ? t('handler.none')
        : ''
      : t(handler.mine ? 'handler.mine' : 'handler', { name: handler.name })
  if (words === '' && cosigners.length === 0) return null
  return (
    <p>
      {words}
      {cosigners.length === 0
        ? null
        : `　${waiting.length === 0 ? t('cosign.all') : t('cosign.waits', { names: waiting.join('、') })}`}
    </p>
  )
}

const underReview = ['reviewing', 'extended', 'siteCheck', 'hearing', 'heardStatement', 'cosigning', 'proposed']

function TheFile({ detail, reload }: { detail: ApplicationDetail; reload: () => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <>
      <Link className="small" to="/work" search={{ view: 'mine' }}>
        {t('back')}
      </Link>
      <div className="file-head">
        <h1>{detail.shopName}</h1>
        <span className="file-state">{pick(detail.stateLabel, detail.stateLabelEn ?? '', language)}</span>
        <Flags flags={detail.flags} />
      </div>
      <p className="quiet">
        {pick(detail.serviceLabel, detail.serviceLabelEn ?? '', language)} · {detail.applicationNo} ·{' '}
        {t('received', { at: formatInstant(detail.receivedAt, language) })}
      </p>
      <Handling detail={detail} />
      {detail.clock === null ? null : (
        <p>
          <ClockCell clock={detail.clock} long />
        </p>
      )}
      <NextStep detail={detail} reload={reload} />
      {detail.proposal === null ? null : <Proposal proposal={detail.proposal} />}
      <Parties parties={detail.parties} />
      <FileFacts detail={detail} />
      <SiteCheckCard detail={detail} />
      <FileHistory detail={detail} />
    </>
  )
}
