/**
 * The value below which a share `q` of the values lies, by linear interpolation between the two nearest
 * (Hyndman & Fan 1996, type 7: what spreadsheets call PERCENTILE.INC). Undefined for no values.
 */
export function quantile(values: readonly number[], q: number): number | undefined {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`no share: ${q}`)
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * q
  const low = sorted[Math.floor(place)]
  const high = sorted[Math.ceil(place)]
  if (low === undefined || high === undefined) return undefined
  return low + (high - low) * (place - Math.floor(place))
}
