import type { Moment } from '#kernel/dates'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import { caseAsked, followUpAsked, holderTold } from '../events.ts'
import { issueTalkPaper } from '../papers/issue.ts'
import type { Effect } from '../rules/file.ts'
import { isFileKind } from '../rules/kinds.ts'
import { type FileRecord, reviewModelNow } from '../store/files.ts'
import { openFile } from './open-file.ts'
import { regrade } from './regrade.ts'
import type { Setting } from './setting.ts'
import { moveByHouse } from './take-step.ts'

interface Done {
  readonly file: FileRecord
  readonly effects: readonly Effect[]
  readonly event: string
  readonly by: string
  readonly at: Moment
}

/** What follows from a step, in its transaction: all of it or nothing. */
export async function carryOut(tx: Tx, done: Done, setting: Setting): Promise<void> {
  for (const effect of done.effects) await carryOutOne(tx, effect, done, setting)
}

async function carryOutOne(tx: Tx, effect: Effect, { file, event, by, at }: Done, setting: Setting): Promise<void> {
  const { id: fileId, licenceNo, areaCode } = file
  switch (effect.do) {
    case 'regrade':
      return regrade(tx, licenceNo, at, setting.policy)
    case 'followUp': {
      const ref = `${fileId}#${String(file.data['round'] ?? 1)}`
      return announce(tx, followUpAsked, { fileId, licenceNo, areaCode, ref, dueBy: effect.dueBy, words: effect.words })
    }
    case 'askCase': {
      const taskId = typeof file.data['taskId'] === 'string' ? file.data['taskId'] : null
      const dueBy = file.dueOn ?? at.today.toString()
      return announce(tx, caseAsked, { fileId, licenceNo, areaCode, taskId, dueBy })
    }
    case 'tell':
      return announce(tx, holderTold, {
        fileId,
        licenceNo,
        areaCode,
        key: `${fileId}:${file.version}:${event}`,
        text: effect.text,
      })
    case 'reviewModel':
      return reviewModelNow(tx, licenceNo, { by, at: at.instant.toString(), today: at.today.toString(), note: fileId })
    case 'paper':
      return issueTalkPaper(tx, file, at, setting)
    case 'move':
      return moveByHouse(tx, { id: effect.file, event: effect.event, by, at, note: fileId }, setting)
    case 'open': {
      if (!isFileKind(effect.kind)) return
      const { kind, state, data } = effect
      // One open already, or a shop that is gone: nothing more to begin.
      for (const shop of effect.licences ?? [licenceNo])
        await openFile(tx, { kind, licenceNo: shop, by, at, data, ...(state === undefined ? {} : { state }) }, setting)
    }
  }
}
