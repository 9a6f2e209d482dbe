import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { drawStateLabels, drawRoutes as routes } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import './draw.css'
import { PrepareForm } from './prepare-form.tsx'
import { texts } from './texts.ts'

/** 抽签室: every draw of the bureau; nothing ever leaves this list. */
export function DrawListPage() {
  const t = texts.useTexts()
  const may = mayUse(routes.prepare, useStaff())
  const [preparing, setPreparing] = useState(false)
  const list = useQuery({ queryKey: ['draws'], queryFn: ({ signal }) => call(routes.listDraws, { signal }) })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        {may && !preparing ? (
          <Button type="primary" onClick={() => setPreparing(true)}>
            {t('prepare')}
          </Button>
        ) : null}
      </div>
      <p className="quiet">{t('intro')}</p>
      {preparing ? <PrepareForm close={() => setPreparing(false)} /> : null}
      {list.isPending ? <Loading /> : null}
      {list.data?.items.length === 0 ? <p>{t('none')}</p> : null}
      {(list.data?.items.length ?? 0) > 0 ? (
        <table className="plain-table">
          <thead>
            <tr>
              {(['number', 'name', 'visits', 'state'] as const).map(key => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.data?.items.map(({ id, title, state, visitsFrom, visitsTo, repeats }) => (
              <tr key={id}>
                <td>
                  <Link to="/draws/$drawId" params={{ drawId: id }}>
                    {id}
                  </Link>
                </td>
                <td>
                  {title}
                  {repeats === null ? '' : ` · ${t('repeatsOf', { id: repeats })}`}
                </td>
                <td>
                  {formatDayShort(visitsFrom)} – {formatDayShort(visitsTo)}
                </td>
                <td className={state === 'voided' ? 'draw-void' : ''}>
                  {pick(drawStateLabels[state].zh, drawStateLabels[state].en)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  )
}
