import { useState } from 'react'
import { worstAccuracyMetres } from '#contract/licensing'
import { Choices } from '../kit/button.tsx'
import { applyTexts } from './texts.ts'

type Search = 'idle' | 'asking' | 'denied' | { readonly vague: number }

/** 位置: found by the telephone in the shop, or left to the two officers who measure. */
export function PositionQuestion({ onAnswer }: { onAnswer: (value: string) => void }) {
  const t = applyTexts.useTexts()
  const [search, setSearch] = useState<Search>('idle')
  const find = () => {
    setSearch('asking')
    if (!('geolocation' in navigator)) return setSearch('denied')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        accuracy > worstAccuracyMetres
          ? setSearch({ vague: Math.round(accuracy) })
          : onAnswer(`${longitude.toFixed(6)},${latitude.toFixed(6)},${Math.ceil(accuracy)}`),
      () => setSearch('denied'),
      { timeout: 15_000, maximumAge: 0, enableHighAccuracy: true },
    )
  }
  return (
    <>
      <Choices
        choices={[
          { key: 'here', label: t('placeHere'), detail: t('placeHereWhy') },
          { key: 'later', label: t('placeLater'), detail: t('placeLaterWhy') },
        ]}
        onChoose={key => (key === 'here' ? find() : onAnswer(''))}
      />
      {search === 'idle' ? null : (
        <p role="status">
          {typeof search === 'object' ? t('placeVague', { metres: search.vague }) : t(`place.${search}`)}
        </p>
      )}
    </>
  )
}
