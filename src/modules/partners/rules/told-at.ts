import { ok, type Result, refuse } from '#kernel/refusal'

/** As for visits (0023): a telephone may run ten minutes ahead, and an act may have waited three days for a network. */
const aheadMinutes = 10
const lateHours = 72

/** When it was done by the word of the telephone: never after now, never before the matter itself began. */
export function toldAtOf(
  told: string,
  { now, since }: { readonly now: Temporal.Instant; readonly since: string | null },
): Result<string, 'toldLater'> {
  const at = Temporal.Instant.from(told)
  const compare = Temporal.Instant.compare
  if (compare(at, now.add({ minutes: aheadMinutes })) > 0 || compare(at, now.subtract({ hours: lateHours })) < 0)
    return refuse('toldLater')
  const begun = since === null ? at : Temporal.Instant.from(since)
  const latest = compare(at, now) > 0 ? now : at
  return ok((compare(latest, begun) < 0 ? begun : latest).toString())
}
