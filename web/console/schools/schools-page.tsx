import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { SchoolBoard } from '#contract/credit'
import { formatCount } from '../../shared/format.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { countByStanding, filterShops, type SchoolFilters } from './filters.ts'
import { StandingSign } from './looks.tsx'
import { Places } from './places.tsx'
import { SchoolMap } from './school-map.tsx'
import './schools.css'
import { ShopList } from './shop-list.tsx'
import { texts } from './texts.ts'
import { Trend } from './trend.tsx'
import { useSchoolBoard } from './use-board.ts'

/** 校园周边: which shops are inside, what becomes of each, and whether it goes to zero. */
export function SchoolsPage() {
  const { board, fresh } = useSchoolBoard()
  if (board.isError) return <PageFailed error={board.error} retry={() => void board.refetch()} />
  return board.isPending ? <Loading /> : <Board board={board.data} fresh={fresh} />
}

function Board({ board, fresh }: { board: SchoolBoard; fresh: (next: SchoolBoard) => void }) {
  const t = texts.useTexts()
  const filters = useSearch({ from: '/schools' })
  const navigate = useNavigate()
  const change = (search: SchoolFilters) => void navigate({ to: '/schools', search, replace: true })
  const shown = filterShops(board, filters)
  const inside = board.trend.at(-1)?.inside ?? 0
  return (
    <div className="page schools">
      <div className="page-head">
        <h1>{t('question', { count: formatCount(inside) })}</h1>
        <Link to="/schools/campaigns">{t('campaigns', { count: board.campaigns.length })}</Link>
      </div>
      <p className="quiet">{t('rule', { school: board.schoolMetres, kindergarten: board.kindergartenMetres })}</p>
      <div className="school-counts">
        {countByStanding(board.shops).map(([standing, count]) => (
          <button
            key={standing}
            type="button"
            aria-pressed={filters.standing === standing}
            onClick={() => change(filters.standing === standing ? {} : { standing })}
          >
            <StandingSign standing={standing} />
            <strong>{formatCount(count)}</strong>
          </button>
        ))}
      </div>
      <Trend
        trend={board.trend}
        chosen={filters.month}
        choose={month => change(month === undefined ? {} : { month })}
      />
      <SchoolMap board={board} shops={shown} />
      <ShopList shops={shown} filters={filters} clear={() => change({})} />
      <Places board={board} fresh={fresh} />
    </div>
  )
}
