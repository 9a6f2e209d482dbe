import { useId, useState } from 'react'
import type { ServicePoint } from '#contract/access'
import type { AreaView } from '#contract/registry'
import type { Position } from '#kernel/position'
import { texts } from './texts.ts'

interface Props {
  readonly areas: readonly AreaView[]
  readonly points: readonly ServicePoint[]
  readonly onPlace: (place: Position) => void
}

/** 您在哪里: the telephone says it, or a town and its village are chosen; nothing is asked before the reader asks. */
export function FromWhere({ areas, points, onPlace }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const [town, setTown] = useState('')
  const [village, setVillage] = useState('')
  const towns = areas.filter(({ kind }) => kind === 'town')
  const villages = [
    ...areas.flatMap(({ kind, code, name, position }) =>
      kind === 'village' && code.startsWith(town) && position ? [{ code, name, ...position }] : [],
    ),
    ...points.filter(({ townCode }) => townCode === town),
  ]
  const chooseTown = (code: string) => {
    setTown(code)
    setVillage('')
    const place = towns.find(one => one.code === code)?.position
    if (place) onPlace(place)
  }
  const chooseVillage = (code: string) => {
    setVillage(code)
    const place = villages.find(one => one.code === code) ?? towns.find(one => one.code === town)?.position
    if (place) onPlace({ lng: place.lng, lat: place.lat })
  }
  return (
    <section className="points-from no-print" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t('from')}</h2>
      <Here onPlace={onPlace} />
      <label htmlFor={`${id}-town`}>{t('town')}</label>
      <select id={`${id}-town`} value={town} onChange={event => chooseTown(event.target.value)}>
        <option value="" disabled>
          {t('town.none')}
        </option>
        {towns.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {town === '' || villages.length === 0 ? null : (
        <>
          <label htmlFor={`${id}-village`}>{t('village')}</label>
          <select id={`${id}-village`} value={village} onChange={event => chooseVillage(event.target.value)}>
            <option value="">{t('village.none')}</option>
            {villages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
      <p className="quiet small">{t('privacy')}</p>
    </section>
  )
}

function Here({ onPlace }: Pick<Props, 'onPlace'>) {
  const t = texts.useTexts()
  const [asked, setAsked] = useState<'idle' | 'locating' | 'denied'>('idle')
  const find = () => {
    const denied = () => setAsked('denied')
    setAsked('locating')
    if (!('geolocation' in navigator)) return denied()
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsked('idle')
        onPlace({ lng: coords.longitude, lat: coords.latitude })
      },
      denied,
      { timeout: 10_000, maximumAge: 60_000 },
    )
  }
  return (
    <>
      <button type="button" className="act" onClick={find}>
        {t('here')}
      </button>
      <p role="status" className={asked === 'denied' ? 'wrong' : 'quiet'}>
        {asked === 'idle' ? '' : t(asked)}
      </p>
    </>
  )
}
