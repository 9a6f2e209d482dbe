import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type FileKind, fileRoutes as routes, ruleOf } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { FileTable } from './file-table.tsx'
import { OpenForm } from './open-form.tsx'
import { texts } from './texts.ts'

const pageSize = 50

/** 一类档案: how many in each state, each number a filter; what may be begun here. */
export function FileList({ kind }: { kind: FileKind }) {
  const t = texts.useTexts()
  const { state, shop, page = 1 } = useSearch({ from: '/credit' })
  const staff = useStaff()
  const rule = ruleOf(kind)
  const mayBegin = rule.open?.by.some(role => staff.roles.includes(role)) ?? false
  const [beginning, setBeginning] = useState(shop !== undefined)
  const list = useQuery({
    queryKey: ['credit', 'list', kind, state, page],
    queryFn: ({ signal }) => call(routes.list, { query: { kind, page, ...(state ? { state } : {}) }, signal }),
  })
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { items, counts, total } = list.data
  const sum = Object.values(counts).reduce((all, n) => all + n, 0)
  return (
    <>
      <div className="credit-states">
        <Link to="/credit" search={{ view: kind }} aria-current={state === undefined ? 'true' : undefined}>
          {t('all')} {sum}
        </Link>
        {Object.entries(rule.states).map(([code, { zh, en }]) => (
          <Link
            key={code}
            to="/credit"
            search={{ view: kind, state: code }}
            aria-current={state === code ? 'true' : undefined}
          >
            {pick(zh, en)} {counts[code] ?? 0}
          </Link>
        ))}
      </div>
      {mayBegin && !beginning ? (
        <p>
          <Button type="primary" onClick={() => setBeginning(true)}>
            {t('begin')}
          </Button>
        </p>
      ) : null}
      {mayBegin && beginning ? <OpenForm kind={kind} shop={shop} close={() => setBeginning(false)} /> : null}
      {kind === 'suspicion' ? <Compare /> : null}
      {items.length === 0 ? <p>{t('none')}</p> : <FileTable caption={pick(rule.zh, rule.en)} rows={items} />}
      <Pages page={page} total={total} kind={kind} state={state} />
    </>
  )
}

interface PagesProps {
  readonly page: number
  readonly total: number
  readonly kind: FileKind
  readonly state: string | undefined
}

function Pages({ page, total, kind, state }: PagesProps) {
  const t = texts.useTexts()
  const to = (next: number) => ({ view: kind, ...(state ? { state } : {}), ...(next > 1 ? { page: next } : {}) })
  return (
    <p className="credit-actions quiet">
      {t('total', { count: total })}
      {page > 1 ? (
        <Link to="/credit" search={to(page - 1)}>
          {t('less')}
        </Link>
      ) : null}
      {total > page * pageSize ? (
        <Link to="/credit" search={to(page + 1)}>
          {t('more')}
        </Link>
      ) : null}
    </p>
  )
}

/** 比对: the register against itself, now; otherwise once a week. */
function Compare() {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const may = mayUse(routes.compare, useStaff())
  const run = useMutation({
    mutationFn: () => call(routes.compare, { body: {} }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['credit'] }),
  })
  if (!may) return null
  return (
    <div className="credit-step credit-compare">
      <Button loading={run.isPending} onClick={() => run.mutate()}>
        {t('compare')}
      </Button>
      {run.data ? <span role="status">{t('compared', { ...run.data })}</span> : null}
      <Refused error={run.error} />
    </div>
  )
}
