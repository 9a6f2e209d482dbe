import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import { checkLooked } from '../../rules/pictures/checks.ts'
import { pictureMoves } from '../../rules/pictures/picture.ts'
import { lockPicture, savePicture } from '../../store/pictures.ts'
import type { Writer } from '../writer.ts'
import { audienceOf } from './keep-picture.ts'

export interface PictureStep {
  readonly id: string
  readonly event: 'release' | 'refuse' | 'withdraw'
  readonly looked?: readonly string[]
  readonly reason?: string
}

/**
 * 发布、不用、撤下. Refusals: `pictureUnknown`, `pictureStepNotAllowed`, `pictureSamePerson`, `pictureNotLooked`,
 * `pictureReasonMissing`.
 */
export async function stepPicture(tx: Tx, step: PictureStep, { by, at }: Writer): Promise<Result<undefined>> {
  const picture = await lockPicture(tx, step.id)
  if (!picture) return refuse('pictureUnknown')
  const moved = nextState(pictureMoves, picture.state, step.event)
  if (!moved.ok) return refuse('pictureStepNotAllowed')
  const decision = { state: moved.value, by, at: at.instant.toString(), looked: picture.looked }
  if (step.event === 'release') {
    if (picture.uploadedBy === by) return refuse('pictureSamePerson')
    const audience = await audienceOf(tx, { kind: picture.aboutKind, id: picture.aboutId })
    const looked = step.looked ?? []
    const checked = checkLooked(looked, audience ?? 'minor')
    if (!checked.ok) return checked
    await savePicture(tx, picture.id, { ...decision, looked, reason: null })
    return ok(undefined)
  }
  const reason = step.reason?.trim() ?? ''
  if (reason === '') return refuse('pictureReasonMissing')
  await savePicture(tx, picture.id, { ...decision, reason })
  return ok(undefined)
}
