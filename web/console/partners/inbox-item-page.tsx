import { Link, useParams } from '@tanstack/react-router'
import { type ItemEvent, itemKinds, itemStates, partnerRoutes, type TheirItem } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { InboxPackage } from './inbox-package.tsx'
import { ItemHistory } from './item-history.tsx'
import { Due } from './items-table.tsx'
import './partners.css'
import { StepButtons } from './step-buttons.tsx'
import { texts } from './texts.ts'
import { useAct, useInboxItem } from './use-partners.ts'
import { ValuesTable } from './values-table.tsx'

/** 一件事项, as its agency sees it: the released fields, for what purpose, until when, and the answer. */
export function InboxItemPage() {
  const t = texts.useTexts()
  const { no } = useParams({ from: '/inbox/$no' })
  const found = useInboxItem(no)
  return (
    <div className="page">
      <Link to="/inbox">{t('back')}</Link>
      {found.isError ? <FailedToLoad error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading /> : null}
      {found.data === undefined ? null : <Opened seen={found.data} />}
    </div>
  )
}

function Opened({ seen }: { seen: TheirItem }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { item, version, purpose, agreementNo, fetch } = seen
  const step = useAct((asked: { readonly event: ItemEvent; readonly words: string }) =>
    call(partnerRoutes.step, { params: { no: item.no }, body: { ...asked, version } }),
  )
  const until = formatInstant(seen.until, language)
  return (
    <>
      <div className="page-head">
        <h1>
          {pick(itemKinds[item.kind].zh, itemKinds[item.kind].en, language)} {item.no}
        </h1>
        <strong>{pick(itemStates[item.state].zh, itemStates[item.state].en, language)}</strong>
      </div>
      <p>
        {item.contact} · <Due row={item} />
      </p>
      <div className="partner-columns">
        <div className="partner-cards">
          <section className="card" aria-label={t('inbox.values')}>
            <h2>{t('inbox.values')}</h2>
            <ValuesTable values={seen.values} />
            <p>{t('inbox.purpose', { purpose, no: agreementNo, until })}</p>
            <p className="quiet small">{t('inbox.fetch', { id: fetch.id, digest: fetch.digest.slice(0, 16) })}</p>
          </section>
          <section className="card" aria-label={t('history')}>
            <h2>{t('history')}</h2>
            <ItemHistory events={seen.events} />
          </section>
          <InboxPackage seen={seen} />
        </div>
        <StepButtons steps={seen.steps} step={step} />
      </div>
    </>
  )
}
