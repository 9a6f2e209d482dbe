import { Link } from '@tanstack/react-router'
import { ClockCell } from '../work-list/clock-cell.tsx'
import { useWorkList } from '../work-list/use-work-list.ts'
import { texts } from './texts.ts'

/** The rest of my work by clock, so that the next file is one click away. */
export function MyList({ current }: { current: string }) {
  const t = texts.useTexts()
  const list = useWorkList({ view: 'mine' })
  const items = list.data?.items ?? []
  return (
    <nav aria-label={t('mine')}>
      {list.isSuccess && items.length === 0 ? <p className="quiet">{t('mine.none')}</p> : null}
      <ul className="my-list">
        {items.map(row => (
          <li key={row.applicationNo}>
            <Link
              to="/applications/$applicationNo"
              params={{ applicationNo: row.applicationNo }}
              aria-current={row.applicationNo === current ? 'page' : undefined}
            >
              <span className="my-list-shop">{row.shopName}</span>
              <span className="quiet small">{row.townName}</span>
              <span className="small">
                <ClockCell clock={row.clock} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
