import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Segmented } from 'antd'
import { type FigureReport, type FigureView, routes } from '#contract/metrics'
import { call } from '../../shared/api.ts'
import { formatCount } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import './figures.css'
import { formatValue } from '#contract/metrics'
import { FigureFilterBar } from './filter-bar.tsx'
import { type FigureFilters, periodOf } from './filters.ts'
import { GroupTable } from './group-table.tsx'
import { texts } from './texts.ts'
import { useDefinitions } from './use-definitions.ts'

/** 指标: each number with how it is computed, by town and by month; each opens to its cases. */
export function FiguresPage() {
  const t = texts.useTexts()
  const filters = useSearch({ from: '/figures' })
  const navigate = useNavigate({ from: '/figures' })
  const change = (search: FigureFilters) => void navigate({ search, replace: true })
  const period = periodOf(filters, new Date())
  const { page: _, ...asked } = filters
  const group = filters.group ?? 'service'
  const report = useQuery({
    queryKey: ['figures', { ...asked, ...period, group }],
    queryFn: ({ signal }) => call(routes.report, { query: { ...asked, ...period, group }, signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <span className="figure-links">
          <Link to="/figures/definitions">{t('definitions')}</Link>
          <Link to="/board">{t('board')}</Link>
        </span>
      </div>
      <p>{t('question')}</p>
      <p className="quiet">{t('computed')}</p>
      <GroupChoice group={group} choose={next => change({ ...dayAndTown(filters), group: next })} />
      <FigureFilterBar filters={filters} period={period} change={change} service={['service', 'way'].includes(group)} />
      {report.isError ? (
        <FailedToLoad error={report.error} retry={() => void report.refetch()} />
      ) : report.isPending ? (
        <Loading />
      ) : report.data.values.every(({ counted, value }) => counted === 0 && value === null) ? (
        <Nothing clear={() => change({})} />
      ) : (
        <Report report={report.data} filters={{ ...asked, ...period }} />
      )}
    </div>
  )
}

/** Service and channel belong to the services; the others are cut by town and period. */
const dayAndTown = ({ service: _, channel: __, page: ___, ...rest }: FigureFilters): FigureFilters => rest

function GroupChoice({ group, choose }: { group: string; choose: (group: string) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const groups = useDefinitions()
  return (
    <Segmented
      aria-label={t('group')}
      className="figure-groups"
      value={group}
      options={groups.map(({ code, name }) => ({ value: code, label: pick(name.zh, name.en, language) }))}
      onChange={choose}
    />
  )
}

function Nothing({ clear }: { clear: () => void }) {
  const t = texts.useTexts()
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{t('empty')}</div>
          <div className="quiet">{t('empty.next')}</div>
        </>
      }
    >
      <Button onClick={clear}>{t('clear')}</Button>
    </Empty>
  )
}

function Report({ report, filters }: { report: FigureReport; filters: FigureFilters }) {
  const t = texts.useTexts()
  return (
    <>
      <div className="figure-grid">
        {report.figures.map((figure, index) => (
          <FigureCard key={figure.code} figure={figure} value={report.values[index]} filters={filters} />
        ))}
      </div>
      <h2>{t('towns')}</h2>
      <GroupTable
        head={t('town')}
        figures={report.figures}
        rows={report.towns.map(({ code, name, values }) => ({
          key: code,
          name,
          values,
          filters: { ...filters, town: code },
        }))}
      />
      <h2>{t('months')}</h2>
      <GroupTable
        head={t('month')}
        figures={report.figures}
        rows={report.months.map(({ month, values }) => ({
          key: month,
          name: month,
          values,
          filters: { ...filters, from: `${month}-01`, to: lastDayOf(month) },
        }))}
      />
    </>
  )
}

const lastDayOf = (month: string): string => {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10)
}

interface CardProps {
  readonly figure: FigureView
  readonly value: FigureReport['values'][number] | undefined
  readonly filters: FigureFilters
}

function FigureCard({ figure, value, filters }: CardProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section className="card figure-card">
      <h2>{pick(figure.name.zh, figure.name.en, language)}</h2>
      <p className="figure-value">
        <Link to="/figures/$code" params={{ code: figure.code }} search={filters}>
          {formatValue(value?.value ?? null, figure.unit, language, figure.empty)}
        </Link>
      </p>
      <p className="quiet small">
        {t('counted')}：{formatCount(value?.counted ?? 0)}
      </p>
      <details>
        <summary>{t('formula')}</summary>
        <p>{pick(figure.formula.zh, figure.formula.en, language)}</p>
        {figure.period === 'now' && <p>{t('period.now.note')}</p>}
        <p className="quiet small">
          {t('sources', {
            sources: figure.sources.join('、'),
            owner: pick(figure.owner.zh, figure.owner.en, language),
          })}
        </p>
      </details>
    </section>
  )
}
