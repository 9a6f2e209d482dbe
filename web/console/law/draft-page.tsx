import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type LawDraftLine, editorRoutes as routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { ImpactList } from './impact-list.tsx'
import './law-library.css'
import { Preview } from './preview.tsx'
import { texts } from './texts.ts'
import { useLawAct, useLawDraft } from './use-library.ts'

/** One draft: where it comes from, from when it holds, what it touches, its articles, and its release by a second person. */
export function LawDraftPage() {
  const t = texts.useTexts()
  const { id } = useParams({ from: '/law/drafts/$id' })
  const found = useLawDraft(Number(id))
  if (found.isError) return <PageFailed error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { draft, articles, before, items } = found.data
  return (
    <div className="page">
      <div className="page-head">
        <h1>{draft.kind === 'withdrawal' ? t('withdrawal.of', { title: draft.title }) : draft.title}</h1>
        <span className="flag">{t(`draft.${draft.state}`)}</span>
      </div>
      <p>
        {[draft.textOf === null ? null : t('ofDay', { day: draft.textOf }), t('effective.on', { day: draft.effective })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>{t('source', { source: draft.source })}</p>
      <p>{t('why.said', { why: draft.why })}</p>
      <p className="quiet small">
        {t('by', { name: draft.draftedBy })}
        {draft.closedBy === null ? null : ` · ${t('closedBy', { name: draft.closedBy })}`}
      </p>
      {draft.state === 'open' ? <Release draft={draft} /> : null}
      {draft.state === 'released' ? (
        <p>
          <Link to="/law/$key" params={{ key: draft.key }}>
            {t('inLibrary')}
          </Link>
        </p>
      ) : null}
      <h2>{t('impact')}</h2>
      {before === null ? <p>{t('impact.first')}</p> : <ImpactList items={items} />}
      {draft.kind === 'text' ? <Preview articles={articles} /> : null}
    </div>
  )
}

function Release({ draft }: { draft: LawDraftLine }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const release = useLawAct(() => call(routes.releaseLawDraft, { params: { id: draft.id } }))
  const drop = useLawAct(() => call(routes.dropLawDraft, { params: { id: draft.id } }))
  const whyNot = draft.mine ? t('release.own') : mayUse(routes.releaseLawDraft, staff) ? undefined : t('release.role')
  return (
    <div className="law-buttons">
      <Button
        type="primary"
        disabled={whyNot !== undefined}
        loading={release.isPending}
        onClick={() => release.mutate(undefined)}
      >
        {t('release')}
      </Button>
      {whyNot === undefined ? null : <span className="quiet small">{whyNot}</span>}
      {draft.mine ? (
        <Button loading={drop.isPending} onClick={() => drop.mutate(undefined)}>
          {t('drop')}
        </Button>
      ) : null}
      <Refused error={release.error ?? drop.error} />
    </div>
  )
}
