import { Button, Input } from 'antd'
import { useState } from 'react'
import { type PolicyValue, policyRoutes as routes } from '#contract/policies'
import { formatDayShort } from '../../shared/format.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { DraftCard } from './draft-card.tsx'
import { DraftForm, type Drafting } from './draft-form.tsx'
import './policy.css'
import { texts } from './texts.ts'
import { useDrafts, useValues } from './use-policy.ts'
import { nameOf, valueText } from './words.ts'

/** 本局参数: every number the house works by, where it comes from, and how it is changed by two people. */
export function PolicyPage() {
  const t = texts.useTexts()
  const values = useValues()
  const drafts = useDrafts()
  const [drafting, setDrafting] = useState<Drafting>()
  const [search, setSearch] = useState('')
  for (const query of [values, drafts])
    if (query.isError) return <PageFailed error={query.error} retry={() => void query.refetch()} />
  if (!values.data || !drafts.data) return <Loading />
  const { items, today } = values.data
  const shown = items.filter(item => `${item.note}${item.key}${item.basis}`.includes(search.trim()))
  const open = new Set(drafts.data.items.map(draft => draft.key))
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Input
          className="filter-search"
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={event => setSearch(event.target.value)}
        />
      </div>
      <p>{t('question')}</p>
      <p className="quiet">{t('intro')}</p>
      <h2>{t('drafts')}</h2>
      {drafts.data.items.length === 0 ? <p className="quiet">{t('noDrafts')}</p> : null}
      {drafts.data.items.map(draft => (
        <DraftCard key={draft.id} draft={draft} value={items.find(item => item.key === draft.key)} today={today} />
      ))}
      {drafting ? (
        <DraftForm key={drafting.value.key} drafting={drafting} close={() => setDrafting(undefined)} />
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, also where no button in it may be used */}
      <section className="table-room policy-room" aria-label={t('caption')} tabIndex={0}>
        <table className="plain-table policy-table">
          <caption className="visually-hidden">{t('caption')}</caption>
          <thead>
            <tr>
              {(['name', 'value', 'basis', 'sure', 'act'] as const).map(head => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(value => (
              <ValueRow key={value.key} value={value} drafted={open.has(value.key)} draft={setDrafting} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

interface RowProps {
  readonly value: PolicyValue
  readonly drafted: boolean
  readonly draft: (drafting: Drafting) => void
}

function ValueRow({ value, drafted, draft }: RowProps) {
  const t = texts.useTexts()
  const may = mayUse(routes.draftValue, useStaff())
  const sure =
    value.unconfirmed || value.confirmedBy === null ? t(value.sure) : t('confirmed', { name: value.confirmedBy })
  return (
    <tr>
      <td>
        <strong>{nameOf(value)}</strong>
        <span className="quiet small policy-key">{value.key}</span>
        {value.coming.map(version => (
          <span key={version.publication} className="policy-coming">
            ▲{' '}
            {t('coming', {
              effective: formatDayShort(version.effective),
              value: valueText(t, version.value, value.unit),
            })}
          </span>
        ))}
      </td>
      <td className="policy-value">
        {valueText(t, value.value, value.unit)}
        <span className="quiet small policy-key">
          {t('effective')} {formatDayShort(value.effective)}
        </span>
      </td>
      <td className="policy-basis" lang="zh-CN">
        {value.basis}
      </td>
      <td>
        <span className={value.unconfirmed ? 'policy-unsure' : undefined}>{sure}</span>
        <Versions value={value} restore={may && !drafted ? draft : undefined} />
      </td>
      <td>
        <Button
          size="small"
          disabled={!may || drafted}
          aria-label={`${t('draftIt')} ${nameOf(value)}`}
          onClick={() => draft({ value, start: value.value })}
        >
          {t('draftIt')}
        </Button>
      </td>
    </tr>
  )
}

function Versions({ value, restore }: { value: PolicyValue; restore: ((drafting: Drafting) => void) | undefined }) {
  const t = texts.useTexts()
  if (value.versions.length < 2) return null
  return (
    <details>
      <summary className="small">{t('history', { count: value.versions.length })}</summary>
      <ul className="plain-list small">
        {value.versions.map(version => (
          <li key={`${version.publication}-${version.effective}`}>
            {formatDayShort(version.effective)} {valueText(t, version.value, value.unit)}，
            {version.publication === null
              ? t('shipped')
              : t('publication', {
                  number: version.publication,
                  drafted: version.draftedBy ?? '',
                  confirmed: version.confirmedBy ?? '',
                })}
            {restore && version.value !== value.value ? (
              <Button size="small" type="link" onClick={() => restore({ value, start: version.value })}>
                {t('restore')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
