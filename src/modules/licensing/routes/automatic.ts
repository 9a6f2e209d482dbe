import { actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { bind, type RouteBinding } from '#platform/module'
import { type AutomaticStop, automaticRoutes as routes } from '../contract/automatic.ts'
import { namesOfStaff } from '../queries/file-parts.ts'
import { services } from '../rules/services/table.ts'
import { endStop, listStops, saveStop } from '../store/automatic-stops.ts'

/** 自动准予的紧急停用: the head or a decider stops it at once; only the head lets it begin again. */
export const automaticRoutes: readonly RouteBinding[] = [
  bind(routes.listStops, async ask => ok(await ask.read(stopsOf))),

  bind(routes.stopAutomatic, ask => {
    const { service, reason } = ask.body
    const options = { action: 'licensing.stopAutomatic', details: { service: service ?? 'all' } }
    return ask.act(options, async (tx): Promise<Result<{ items: AutomaticStop[] }>> => {
      const words = cleanText(reason, { max: 300, lines: true })
      if (!words.ok) return words.refusal === 'textEmpty' ? refuse('opinionMissing') : words
      const stop = { service, reason: words.value, by: actorLabel(ask.actor), at: ask.at.instant.toString() }
      await saveStop(tx, stop)
      return ok(await stopsOf(tx))
    })
  }),

  bind(routes.endStop, ask => {
    const { id } = ask.params
    return ask.act({ action: 'licensing.endAutomaticStop', subject: String(id) }, async tx => {
      const ended = await endStop(tx, id, { by: actorLabel(ask.actor), at: ask.at.instant.toString() })
      return ended ? ok(await stopsOf(tx)) : refuse('stopNotOpen')
    })
  }),
]

async function stopsOf(tx: Tx): Promise<{ items: AutomaticStop[] }> {
  const rows = await listStops(tx)
  const idOf = (label: string) => label.replace('staff:', '')
  const names = await namesOfStaff(
    tx,
    rows.map(row => idOf(row.stoppedBy)),
  )
  return {
    items: rows.map(row => ({
      ...row,
      stoppedBy: names.get(idOf(row.stoppedBy)) ?? '',
      serviceLabel: row.service === null ? '全部事项' : services[row.service].name.zh,
      serviceLabelEn: row.service === null ? 'All services' : services[row.service].name.en,
    })),
  }
}
