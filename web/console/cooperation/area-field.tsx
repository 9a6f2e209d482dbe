import { Button, Input } from 'antd'
import { lazy, Suspense, useCallback, useId, useRef, useState } from 'react'
import type { Point } from '#contract/partners'
import { Loading } from '../app/page-states.tsx'
import { texts } from './action-texts.ts'

const AreaMap = lazy(() => import('./area-map.tsx'))

interface Props {
  readonly area: readonly Point[]
  readonly setArea: (area: readonly Point[]) => void
}

/** 行动区域: corners by the map or, where it cannot be used, by numbers. */
export function AreaField({ area, setArea }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [typed, setTyped] = useState({ lng: '', lat: '' })
  const latest = useRef({ area, setArea })
  latest.current = { area, setArea }
  const add = useCallback((corner: Point) => latest.current.setArea([...latest.current.area, corner]), [])
  const corner: Point = [Number(typed.lng), Number(typed.lat)]
  const valid = corner[0] > 73 && corner[0] < 136 && corner[1] > 3 && corner[1] < 54
  return (
    <section aria-label={t('area')} className="coop-map">
      <h2>{t('area')}</h2>
      <p className="quiet">{t('area.help')}</p>
      <Suspense fallback={<Loading />}>
        <AreaMap label={t('area.map')} area={area} add={add} />
      </Suspense>
      <ol className="small">
        {area.map(([lng, lat]) => (
          <li key={`${lng},${lat}`}>
            {lng.toFixed(5)}, {lat.toFixed(5)}
          </li>
        ))}
      </ol>
      <div className="coop-row">
        {(['lng', 'lat'] as const).map(key => (
          <div className="field" key={key}>
            <label htmlFor={id + key}>{t(`area.${key}`)}</label>
            <Input
              id={id + key}
              inputMode="decimal"
              maxLength={12}
              value={typed[key]}
              onChange={event => setTyped({ ...typed, [key]: event.target.value })}
            />
          </div>
        ))}
        <Button
          disabled={!valid}
          onClick={() => {
            add(corner)
            setTyped({ lng: '', lat: '' })
          }}
        >
          {t('area.add')}
        </Button>
        <Button disabled={area.length === 0} onClick={() => setArea(area.slice(0, -1))}>
          {t('area.undo')}
        </Button>
        <Button disabled={area.length === 0} onClick={() => setArea([])}>
          {t('area.clear')}
        </Button>
      </div>
    </section>
  )
}
