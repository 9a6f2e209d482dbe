import type { LicenceState } from './filters.ts'
import { stateLooks } from './state-looks.ts'
import { stateTexts } from './state-texts.ts'
import './state-sign.css'

/** A licence state as shape and word. */
export function StateSign({ state }: { state: LicenceState }) {
  const t = stateTexts.useTexts()
  const look = stateLooks[state]
  return (
    <span className={`state-sign colour-${look.colour}`}>
      <span aria-hidden="true">{look.sign}</span> {t(state)}
    </span>
  )
}
