import { inChinaBox } from '#kernel/map-offsets'
import { type Position, parsePosition } from '#kernel/position'

/** A position with how far it may be wrong, as one line of text (位置): WGS-84 `112.44,22.345,12` in degrees and metres. */
export interface PlaceInText {
  readonly position: Position
  readonly accuracyMetres: number
}

/** A telephone that knows no better than this has not found the shop. */
export const worstAccuracyMetres = 200

/** Without a third number the place was pointed out by hand, and nobody knows how well. */
const byHandMetres = 50

/** undefined = no place in China, or too vague to be a hint for a shop's door. */
export function parsePlaceText(text: string): PlaceInText | undefined {
  const parts = text.split(/[,，\s]+/u).filter(part => part !== '')
  const [lng = '', lat = '', accuracy = String(byHandMetres)] = parts
  const position = parsePosition({ lng, lat })
  const accuracyMetres = Math.ceil(Number(accuracy))
  if (parts.length > 3 || !position.ok || !inChinaBox(position.value)) return undefined
  return accuracyMetres >= 0 && accuracyMetres <= worstAccuracyMetres
    ? { position: position.value, accuracyMetres }
    : undefined
}

/** Six decimals are about 10 cm: finer than any telephone. */
export const placeText = ({ position: { lng, lat }, accuracyMetres }: PlaceInText): string =>
  `${lng.toFixed(6)},${lat.toFixed(6)},${accuracyMetres}`
