import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { Position } from '#kernel/position'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Page } from '../app/page.tsx'
import { formatDistance } from './distance.ts'
import { FromWhere } from './from-where.tsx'
import { type Point, serves, sorted } from './near.ts'
import { PointCard } from './point-card.tsx'
import './points.css'
import { texts } from './texts.ts'
import { type Found, usePlaces, usePoints } from './use-points.ts'

const PointsMap = lazy(() => import('./points-map.tsx'))
const atATime = 5

/** 找服务点: a list from near to far, and the same on a map; both work without a position and without a map. */
export default function PointsPage() {
  const t = texts.useTexts()
  const { found, again } = usePoints()
  const areas = usePlaces()
  const [from, setFrom] = useState<Position>()
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      <FromWhere areas={areas} points={found.state === 'here' ? found.points : []} onPlace={setFrom} />
      <Answer found={found} from={from} onPlace={setFrom} again={again} />
    </Page>
  )
}

interface AnswerProps {
  readonly found: Found
  readonly from: Position | undefined
  readonly onPlace: (place: Position) => void
  readonly again: () => void
}

function Answer({ found, from, onPlace, again }: AnswerProps) {
  const t = texts.useTexts()
  if (found.state === 'asking') return <p role="status">{t('asking')}</p>
  if (found.state === 'here' && found.points.length > 0)
    return <List all={found.points} now={found.at} {...{ from, onPlace, again }} />
  return (
    <div role="status">
      {found.state === 'here' ? (
        <p>{t('empty')}</p>
      ) : (
        <p className="wrong">{t('failed', { title: found.problem.title, next: found.problem.next })}</p>
      )}
      <button type="button" className="act plain" onClick={again}>
        {t('again')}
      </button>
    </div>
  )
}

interface ListProps extends Omit<AnswerProps, 'found'> {
  readonly all: Parameters<typeof sorted>[0]
  readonly now: number
}

function List({ all, now, from, onPlace, again }: ListProps) {
  const t = texts.useTexts()
  const [many, setMany] = useState(atATime)
  const points = useMemo(() => sorted(all, from), [all, from])
  const shown = useMemo(() => points.slice(0, many), [points, many])
  return (
    <section>
      <h2>{t(from === undefined ? 'list.unplaced' : 'list.placed')}</h2>
      <p role="status">{from === undefined ? '' : <Nearest points={points} now={now} />}</p>
      <MapPart points={shown} from={from} onPlace={onPlace} />
      <ol className="points">
        {shown.map(point => (
          <li key={point.code}>
            <PointCard point={point} now={now} />
          </li>
        ))}
      </ol>
      <p className="quiet small">{t('updated', { time: formatInstant(new Date(now).toISOString()) })}</p>
      <div className="buttons no-print">
        {points.length > many ? (
          <button type="button" className="act plain" onClick={() => setMany(many + atATime)}>
            {t('more')}
          </button>
        ) : null}
        <button type="button" className="act plain" onClick={again}>
          {t('again')}
        </button>
        <button type="button" className="act plain" onClick={() => print()}>
          {t('print')}
        </button>
      </div>
    </section>
  )
}

/** Said where the nearest of all is closed or out of order: nobody should walk there for nothing. */
function Nearest({ points, now }: { points: readonly Point[]; now: number }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const open = points.find(point => serves(point, now))
  if (open?.metres === undefined) return null
  return <strong>{t('openNearest', { name: open.name, distance: formatDistance(open.metres, language) })}</strong>
}

function MapPart(props: Pick<AnswerProps, 'from' | 'onPlace'> & { points: readonly Point[] }) {
  const t = texts.useTexts()
  const [open, setOpen] = useState(false)
  const [undrawn, setUndrawn] = useState(false)
  const fail = useCallback(() => setUndrawn(true), [])
  return (
    <div className="no-print">
      <button type="button" className="act plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'map.close' : 'map.open')}
      </button>
      {open && undrawn ? <p role="status">{t('map.none')}</p> : null}
      {open && !undrawn ? (
        <>
          <p className="quiet">{t('map.how')}</p>
          <Suspense fallback={<div className="points-map" />}>
            <PointsMap {...props} failed={fail} />
          </Suspense>
        </>
      ) : null}
    </div>
  )
}
