import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type Criteria, type GradeList, gradeRoutes as routes } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { DataTable } from '../table/data-table.tsx'
import { texts } from './texts.ts'

const grades = ['A', 'B', 'C', 'D'] as const

/** 信用等级: how many in each, who they are, and the criteria by which they were reckoned. */
export function GradesView() {
  const t = texts.useTexts()
  const { grade, page = 1 } = useSearch({ from: '/credit' })
  const list = useQuery({
    queryKey: ['credit', 'grades', grade, page],
    queryFn: ({ signal }) => call(routes.grades, { query: { page, ...(grade ? { grade } : {}) }, signal }),
  })
  const criteria = useQuery({
    queryKey: ['credit', 'criteria'],
    queryFn: ({ signal }) => call(routes.criteria, { signal }),
  })
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { counts, items, total, ungraded } = list.data
  const sum = grades.reduce((all, one) => all + counts[one], 0)
  return (
    <>
      <div className="credit-states">
        <Link to="/credit" search={{ view: 'grades' }} aria-current={grade === undefined ? 'true' : undefined}>
          {t('all')} {sum}
        </Link>
        {grades.map(one => (
          <Link
            key={one}
            to="/credit"
            search={{ view: 'grades', grade: one }}
            aria-current={grade === one ? 'true' : undefined}
          >
            {one} {counts[one]}
          </Link>
        ))}
      </div>
      <p className="quiet">{t('ungraded', { count: ungraded })}</p>
      {items.length === 0 ? <p>{t('none')}</p> : <Shops items={items} />}
      <p className="quiet">{t('total', { count: total })}</p>
      {criteria.data ? <CriteriaCard criteria={criteria.data} /> : null}
    </>
  )
}

function Shops({ items }: Pick<GradeList, 'items'>) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  return (
    <DataTable
      caption={t('view.grades')}
      rows={items}
      keyOf={row => row.licenceNo}
      open={row => void navigate({ to: '/retailers/$licenceNo', params: { licenceNo: row.licenceNo } })}
      columns={[
        {
          key: 'shop',
          head: t('shop'),
          cell: row => (
            <Link to="/retailers/$licenceNo" params={{ licenceNo: row.licenceNo }}>
              {row.shopName || row.licenceNo}
            </Link>
          ),
        },
        { key: 'town', head: t('town'), cell: row => row.town },
        { key: 'grade', head: t('grade'), narrow: true, cell: row => <strong>{row.grade}</strong> },
        { key: 'points', head: t('points'), narrow: true, cell: row => row.points },
        { key: 'on', head: t('gradedOn'), narrow: true, cell: row => formatDayShort(row.gradedOn) },
      ]}
    />
  )
}

function CriteriaCard({ criteria }: { criteria: Criteria }) {
  const t = texts.useTexts()
  const { base, thresholds, goodCap, kinds, unconfirmed } = criteria
  return (
    <section className="card">
      <h2>{t('criteria')}</h2>
      <p>{t('criteria.base', { base, ...thresholds, cap: goodCap })}</p>
      {unconfirmed ? <p className="tone-soon">▲ {t('criteria.unconfirmed')}</p> : null}
      <table className="plain-table">
        <thead>
          <tr>
            {(['what', 'points', 'months', 'basis'] as const).map(key => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map(kind => (
            <tr key={kind.code}>
              <td>{pick(kind.zh, kind.en)}</td>
              <td>{kind.points > 0 ? `+${kind.points}` : kind.points}</td>
              <td>{kind.months}</td>
              <td lang="zh-CN">{kind.basis ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
