import { type Standing, standingLabels } from '#contract/credit'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import type { StateLook } from '../map/state-looks.ts'
import '../map/state-sign.css'

/** Colour and shape of each standing, on the map, in the list and in the legend. */
export const standingLooks: Readonly<Record<Standing, StateLook>> = {
  toMeasure: { colour: 'amber', shape: 'triangle', sign: '▲' },
  protected: { colour: 'red', shape: 'circle', sign: '●' },
  persuaded: { colour: 'amber', shape: 'diamond', sign: '◆' },
  exiting: { colour: 'green', shape: 'square', sign: '■' },
  out: { colour: 'ink-quiet', shape: 'cross', sign: '✕' },
  outside: { colour: 'green', shape: 'circle', sign: '●' },
}

/** Where a shop stands, as shape and word. */
export function StandingSign({ standing }: { standing: Standing }) {
  const language = useLanguage()
  const { colour, sign } = standingLooks[standing]
  return (
    <span className={`state-sign colour-${colour}`}>
      <span aria-hidden="true">{sign}</span> {pick(standingLabels[standing].zh, standingLabels[standing].en, language)}
    </span>
  )
}
