import { Link, useSearch as useAddress, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { editorRoutes, type LawDraftLine, type StatuteLine } from '#contract/outreach'
import { formatDayShort } from '../../shared/format.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad, PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { Hits } from './hits.tsx'
import './law-library.css'
import { texts } from './texts.ts'
import { useLawDrafts, useLibrary } from './use-library.ts'

/** 法规库: search, every law with what holds today or on a day, and what is drafted or was released. */
export function LibraryPage() {
  const t = texts.useTexts()
  const { q = '', on } = useAddress({ from: '/law' })
  const navigate = useNavigate({ from: '/law' })
  const library = useLibrary(on)
  const mayEdit = mayUse(editorRoutes.draftLaw, useStaff())
  if (library.isError) return <PageFailed error={library.error} retry={() => void library.refetch()} />
  if (!library.data) return <Loading />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Input.Search
          className="law-search"
          allowClear
          maxLength={60}
          defaultValue={q}
          aria-label={t('search')}
          placeholder={t('search.hint')}
          enterButton={t('find')}
          onSearch={words =>
            void navigate({ search: { ...(words.trim() ? { q: words.trim() } : {}), ...(on ? { on } : {}) } })
          }
        />
        <label className="law-on" htmlFor="law-on">
          {t('on')}
          <Input
            id="law-on"
            type="date"
            className="filter-day"
            value={on ?? ''}
            onChange={event =>
              void navigate({
                search: { ...(q ? { q } : {}), ...(event.target.value ? { on: event.target.value } : {}) },
              })
            }
          />
        </label>
        {mayEdit ? (
          <Link to="/law/new">
            <Button type="primary">{t('new')}</Button>
          </Link>
        ) : null}
      </div>
      {q === '' ? null : <Hits question={q} />}
      {mayEdit ? <Drafts /> : null}
      <h2 className="gap-above law-head">{on === undefined ? t('list') : t('list.on', { day: formatDayShort(on) })}</h2>
      <Lines items={library.data.items} />
    </div>
  )
}

function Lines({ items }: { items: readonly StatuteLine[] }) {
  const t = texts.useTexts()
  return (
    <section className="table-room" aria-label={t('list')}>
      <table className="plain-table law-table">
        <thead>
          <tr>
            {(['law', 'version', 'inForce.head', 'state', 'source.head'] as const).map(head => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(line => (
            <tr key={line.key}>
              <td lang="zh-CN">
                <Link to="/law/$key" params={{ key: line.key }}>
                  {line.title}
                </Link>
                {line.number === null ? null : <span className="quiet small law-under">{line.number}</span>}
              </td>
              <td>{line.imported ? line.day : t('summary')}</td>
              <td>{line.inForce}</td>
              <td>{t(line.state)}</td>
              <td className="quiet small" lang="zh-CN">
                {line.source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Drafts() {
  const t = texts.useTexts()
  const drafts = useLawDrafts(true)
  if (drafts.isError) return <FailedToLoad error={drafts.error} retry={() => void drafts.refetch()} />
  const items = drafts.data?.items ?? []
  return (
    <section aria-labelledby="law-drafts">
      <h2 id="law-drafts" className="law-head">
        {t('drafts')}
      </h2>
      {items.length === 0 ? <p className="quiet">{t('drafts.none')}</p> : null}
      <ul className="plain-list">
        {items.map(draft => (
          <li key={draft.id}>
            <DraftLine draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function DraftLine({ draft }: { draft: LawDraftLine }) {
  const t = texts.useTexts()
  return (
    <>
      <Link to="/law/drafts/$id" params={{ id: String(draft.id) }}>
        {draft.kind === 'withdrawal' ? t('withdrawal.of', { title: draft.title }) : draft.title}
      </Link>{' '}
      <span className="quiet small">
        {[
          draft.textOf,
          t('effective.on', { day: draft.effective }),
          t(`draft.${draft.state}`),
          t('by', { name: draft.draftedBy }),
          draft.closedBy === null ? null : t('closedBy', { name: draft.closedBy }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}
