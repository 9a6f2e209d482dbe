import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { DrawResult } from '../rules/draw/manifest.ts'
import { lockDraw } from '../store/draws.ts'
import { hasTaskOf } from '../store/tasks.ts'
import { makeProposal, type Setting } from './propose-task.ts'

/** 抽中 → 建议: every drawn shop with the officers drawn for it; the head sends them on a day. Runs twice, proposes once. */
export async function proposeDrawn(tx: Tx, drawId: string, at: Moment, setting: Setting): Promise<void> {
  const record = await lockDraw(tx, drawId)
  if (record?.state !== 'published' || record.result === null) return
  const { groups } = JSON.parse(record.result) as DrawResult
  for (const { key, objects, officers } of groups)
    for (const licenceNo of objects) {
      if (await hasTaskOf(tx, 'draw', drawId, licenceNo)) continue
      const asked = {
        licenceNo,
        kind: 'random',
        reasons: ['drawn'],
        why: `${drawId} 第 ${key} 组`,
        dueBy: record.visitsTo,
        partner: null,
        noNoticeReason: null,
      } as const
      await makeProposal(
        tx,
        asked,
        { source: 'draw', ref: drawId, by: 'system:inspection.draw', at, officers },
        setting,
      )
    }
}
