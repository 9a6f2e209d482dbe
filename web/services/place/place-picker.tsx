import { lazy, Suspense, useCallback, useId, useState } from 'react'
import { byHandMetres, byVillageMetres, moved, type Pin, type Way } from './pin.ts'
import './place.css'
import { placeTexts } from './texts.ts'
import { useLocate } from './use-locate.ts'
import { useAreas, usePlacesNear } from './use-places.ts'

const PlaceMap = lazy(() => import('./place-map.tsx'))

interface Props {
  readonly pin: Pin | undefined
  readonly onPin: (pin: Pin) => void
  /** 镇街 of the shop, by its code or its name within the address: where the map begins. */
  readonly town: string | undefined
  readonly address: string
  /** A telephone in the shop may say where it is, as a beginning. */
  readonly locates: boolean
}

const ways: readonly Way[] = ['north', 'south', 'west', 'east']
const steps = [10, 50, 200] as const

/** 店在地图上的哪里: a pin on the map; the same by village and arrows for who uses no map, no finger or no position. */
export function PlacePicker({ pin, onPin, town, address, locates }: Props) {
  const t = placeTexts.useTexts()
  const areas = useAreas()
  const [undrawn, setUndrawn] = useState(false)
  const [found, setFound] = useState<Pin>()
  const home = areas?.features.find(
    ({ properties: { code, name } }) => code === town || (town === undefined && address.includes(name)),
  )?.properties
  const centre = found ?? home
  const near = usePlacesNear(pin ?? centre)
  const fail = useCallback(() => setUndrawn(true), [])
  const nearest = near.items[0]
  return (
    <div className="place-picker">
      {locates ? <Locate onFound={onPin} onVague={setFound} /> : null}
      <p>{t('mapHow')}</p>
      {undrawn ? (
        <p role="status">{t('noMap')}</p>
      ) : (
        <Suspense fallback={<div className="place-map" />}>
          <PlaceMap
            {...{ pin, centre, areas }}
            places={near.items}
            onMove={point => onPin({ ...point, accuracyMetres: byHandMetres })}
            failed={fail}
          />
        </Suspense>
      )}
      <p role="status" className="place-said">
        {pin === undefined ? t('none') : wordsOf(t, pin)}
        {pin !== undefined && nearest && nearest.metres > 0
          ? t('atNear', { name: nearest.name, metres: nearest.metres })
          : ''}
        {pin?.accuracyMetres === byVillageMetres ? t('village') : ''}
      </p>
      <details className="place-other" open={undrawn}>
        <summary>{t('otherWay')}</summary>
        <p>{t('near')}</p>
        {near.failed ? <p role="status">{t('nearFailed')}</p> : null}
        <ul className="place-near">
          {near.items.map(({ code, name, lng, lat }) => (
            <li key={code}>
              <button
                type="button"
                className="place-button"
                onClick={() => onPin({ lng, lat, accuracyMetres: byVillageMetres })}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
        {pin === undefined ? null : <Arrows pin={pin} onPin={onPin} />}
      </details>
    </div>
  )
}

/** A place on record comes without an error of its own. */
function wordsOf(t: ReturnType<typeof placeTexts.useTexts>, { lng, lat, accuracyMetres: accuracy }: Pin): string {
  const at = { lng: lng.toFixed(5), lat: lat.toFixed(5) }
  return accuracy === 0 ? t('atKnown', at) : t('at', { ...at, accuracy })
}

/** 定位 is a beginning only: what it found can be moved. */
function Locate({ onFound, onVague }: { onFound: (pin: Pin) => void; onVague: (pin: Pin) => void }) {
  const t = placeTexts.useTexts()
  const { search, find } = useLocate(onFound, onVague)
  return (
    <>
      <button type="button" className="place-button place-locate" onClick={find}>
        {t('locate')}
      </button>
      {search === 'idle' ? null : (
        <p role="status">{typeof search === 'object' ? t('vague', { metres: search.vague }) : t(search)}</p>
      )}
    </>
  )
}

function Arrows({ pin, onPin }: { pin: Pin; onPin: (pin: Pin) => void }) {
  const t = placeTexts.useTexts()
  const id = useId()
  const [step, setStep] = useState<number>(steps[1])
  return (
    <fieldset className="place-arrows">
      <legend>{t('nudge')}</legend>
      <div className="place-steps">
        <span id={id}>{t('step')}</span>
        {steps.map(metres => (
          <button
            key={metres}
            type="button"
            className="place-button"
            aria-pressed={metres === step}
            aria-describedby={id}
            onClick={() => setStep(metres)}
          >
            {t('metres', { metres })}
          </button>
        ))}
      </div>
      <div className="place-ways">
        {ways.map(way => (
          <button key={way} type="button" className="place-button" onClick={() => onPin(moved(pin, way, step))}>
            {t(way)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
