import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { spotCheckRoutes as routes, type SpotCheck, type SpotChecks, type SpotFigure } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { SpotCard } from './spot-card.tsx'
import './spot-checks.css'
import { texts } from './texts.ts'

/** 抽查复核: what chance has chosen, waiting for somebody who did not handle it. */
export function SpotCheckPage() {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const [kind, setKind] = useState<SpotCheck['kind']>('grant')
  const key = ['spotChecks', kind]
  const list = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.listSpotChecks, { query: { kind }, signal }),
  })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  const fresh = (data: SpotChecks) => queries.setQueryData(key, data)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Segmented
          aria-label={t('kind')}
          value={kind}
          onChange={setKind}
          options={(['grant', 'dossier'] as const).map(value => ({ value, label: t(value) }))}
        />
      </div>
      <p>{t(`${kind}.question`)}</p>
      <p className="quiet">{t(`${kind}.intro`)}</p>
      {list.isPending ? <Loading /> : <Lists data={list.data} fresh={fresh} />}
    </div>
  )
}

function Lists({ data, fresh }: { data: SpotChecks; fresh: (data: SpotChecks) => void }) {
  const t = texts.useTexts()
  return (
    <>
      {data.items.length === 0 ? <p>{t('none')}</p> : null}
      <div className="spot-list">
        {data.items.map(item => (
          <SpotCard key={item.id} item={item} fresh={fresh} />
        ))}
      </div>
      <h2>{t('figures')}</h2>
      <div className="spot-figures">
        <Figures title={t('byOffice')} rows={data.byOffice} />
        {data.byRule.length > 0 ? <Figures title={t('byRule')} rows={data.byRule} /> : null}
        {data.byOfficer.length > 0 ? <Figures title={t('byOfficer')} rows={data.byOfficer} /> : null}
      </div>
    </>
  )
}

function Figures({ title, rows }: { title: string; rows: readonly SpotFigure[] }) {
  const t = texts.useTexts()
  return (
    <section className="card">
      <h2>{title}</h2>
      {rows.length === 0 ? <p className="quiet">{t('noFigures')}</p> : null}
      <table className="plain-table">
        <tbody>
          {rows.map(row => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td className="narrow">
                {row.reviewed}／{row.found}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
