import { type Actor, actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { timingSafeEqual } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import { listParties, type PartyRow } from '../queries/draws.ts'
import { canonicalJson } from '../rules/draw/canonical.ts'
import { type DrawManifest, drawnEmpty, officersPerGroup } from '../rules/draw/manifest.ts'
import { drawMoves, strictlyAfter } from '../rules/draw/room.ts'
import { commitmentOf, manifestHashOf, seedOf } from '../rules/draw/seed.ts'
import { draw as drawAll } from '../rules/draw/select.ts'
import type { InspectionPolicy } from '../rules/policy.ts'
import {
  type DrawRecord,
  freezeDraw,
  insertCommitment,
  insertEntry,
  insertOpening,
  lockDraw,
  moveDraw,
  savePublicNumber,
  saveResult,
} from '../store/draws.ts'
import { assembleManifest, digest } from './draw-manifest.ts'

export const drawJob = 'inspection.draw'

interface At {
  readonly at: Moment
}

/**
 * 批准并冻结: by the head, who did not prepare it, over exactly the lists he saw (`manifestHash`). From now on they are public
 * and the chance does not exist yet.
 */
export async function approveDraw(
  tx: Tx,
  asked: { readonly id: string; readonly manifestHash: string },
  { by, at, policy }: At & { readonly by: Actor; readonly policy: InspectionPolicy },
): Promise<Result<null>> {
  const record = await lockDraw(tx, asked.id)
  if (!record) return refuse('drawUnknown')
  const to = nextState(drawMoves, record.state, 'approve')
  if (!to.ok) return refuse('drawListsFrozen')
  if (record.preparedBy === actorLabel(by)) return refuse('drawOwnApproval')
  if (record.visitsFrom <= at.today.toString()) return refuse('drawDaysWrong')
  const manifest = await assembleManifest(tx, record, { policy, today: at.today.toString() })
  if (manifest.officers.length < officersPerGroup) return refuse('drawOfficersFew')
  if (drawnEmpty(manifest)) return refuse('drawShopsNone')
  const hash = manifestHashOf(manifest, digest)
  if (hash !== asked.manifestHash) return refuse('drawListsChanged')
  const now = strictlyAfter(at.instant.toString(), [])
  await freezeDraw(tx, record.id, {
    state: to.value,
    manifest: canonicalJson(manifest),
    hash,
    by: actorLabel(by),
    at: now,
  })
  const words = `名录、规则和参与方已冻结公示，摘要（SM3）${hash}。此时随机数尚未产生。`
  await insertEntry(tx, record.id, { kind: 'frozen', words, at: now })
  return ok(null)
}

/** The representative's link holds this; it is derived, stored nowhere, and worth one promise. */
export const linkToken = (blind: (kind: string, text: string) => string, drawId: string, party: string): string =>
  blind('inspection.party', `${drawId}|${party}`).slice(0, 40)

interface PromiseAsked {
  readonly id: string
  readonly party: string
  readonly commitment: string
  readonly token: string | null
}

/** 承诺: once a party, by its own account or its own link. The last promise opens the time of opening. */
export async function promise(
  tx: Tx,
  asked: PromiseAsked,
  { by, at, blind }: At & { readonly by: Actor; readonly blind: (kind: string, text: string) => string },
): Promise<Result<null>> {
  const record = await lockDraw(tx, asked.id)
  if (!record) return refuse('drawUnknown')
  if (record.state !== 'promising') return refuse('drawNotPromising')
  const parties = await listParties(tx, record.id)
  const party = parties.find(({ id }) => id === asked.party)
  if (!party) return refuse('drawPartyUnknown')
  const isOwn =
    party.staffId === null
      ? timingSafeEqual(asked.token ?? '', linkToken(blind, record.id, party.id))
      : by.kind === 'staff' && by.staffId === party.staffId
  if (!isOwn) return refuse('drawNotThisParty')
  // Two parties with one commitment would have one secret.
  if (parties.some(({ commitment }) => commitment === asked.commitment)) return refuse('drawPromiseCopied')
  const now = strictlyAfter(at.instant.toString(), [record.frozenAt, ...parties.map(({ promisedAt }) => promisedAt)])
  if (!(await insertCommitment(tx, record.id, party.id, { commitment: asked.commitment, at: now })))
    return refuse('drawPromisedAlready')
  await insertEntry(tx, record.id, { kind: 'promised', words: `${party.name}作出承诺 ${asked.commitment}。`, at: now })
  const open = parties.filter(({ id, promisedAt }) => id !== party.id && promisedAt === null)
  if (open.length === 0) await moveDraw(tx, record.id, 'opening')
  return ok(null)
}

/** 公开: the secret proves by itself whose it is. With the last one the draw runs. */
export async function openSecret(
  tx: Tx,
  asked: { readonly id: string; readonly party: string; readonly secret: string },
  { at }: At,
): Promise<Result<null>> {
  const record = await lockDraw(tx, asked.id)
  if (!record) return refuse('drawUnknown')
  if (record.state !== 'opening') return refuse('drawNotOpening')
  const parties = await listParties(tx, record.id)
  const party = parties.find(({ id }) => id === asked.party)
  if (!party) return refuse('drawPartyUnknown')
  if (commitmentOf({ drawId: record.id, party: party.id, secret: asked.secret }, digest) !== party.commitment)
    return refuse('drawSecretWrong')
  const now = laterThanAll(at, record, parties)
  if (!(await insertOpening(tx, record.id, party.id, { secret: asked.secret, at: now })))
    return refuse('drawOpenedAlready')
  await insertEntry(tx, record.id, { kind: 'opened', words: `${party.name}公开随机数 ${asked.secret}。`, at: now })
  await drawWhenReady(tx, record, await listParties(tx, record.id))
  return ok(null)
}

/** 公开数值: the number described before it existed, noted after the last promise. Whoever doubts it looks it up. */
export async function notePublicNumber(
  tx: Tx,
  asked: { readonly id: string; readonly value: string },
  { at }: At,
): Promise<Result<null>> {
  const record = await lockDraw(tx, asked.id)
  if (!record) return refuse('drawUnknown')
  if (record.publicValue === null || record.publicNumber !== null) return refuse('drawNumberNotAsked')
  if (record.state !== 'opening') return refuse('drawNotOpening')
  const value = cleanText(asked.value, { max: 200 })
  if (!value.ok) return refuse('drawWordsMissing')
  const parties = await listParties(tx, record.id)
  const now = laterThanAll(at, record, parties)
  await savePublicNumber(tx, record.id, value.value, now)
  await insertEntry(tx, record.id, {
    kind: 'publicNumber',
    words: `公开数值：${record.publicValue} = ${value.value}。`,
    at: now,
  })
  await drawWhenReady(tx, { ...record, publicNumber: value.value }, parties)
  return ok(null)
}

const laterThanAll = (at: Moment, record: DrawRecord, parties: readonly PartyRow[]): string =>
  strictlyAfter(at.instant.toString(), [
    record.publicNumberAt,
    ...parties.flatMap(({ promisedAt, openedAt }) => [promisedAt, openedAt]),
  ])

async function drawWhenReady(tx: Tx, record: DrawRecord, parties: readonly PartyRow[]): Promise<void> {
  const waiting =
    parties.some(({ openedAt }) => openedAt === null) || (record.publicValue !== null && record.publicNumber === null)
  if (waiting) return
  await moveDraw(tx, record.id, 'drawing')
  await enqueue(tx, drawJob, { id: record.id })
}

/** 抽取 (job): may run twice, draws once. A group without two officers makes the whole draw void; nothing is filled by hand. */
export async function drawNow(tx: Tx, id: string, at: Moment): Promise<void> {
  const record = await lockDraw(tx, id)
  if (record?.state !== 'drawing' || record.manifest === null || record.manifestHash === null) return
  const parties = await listParties(tx, id)
  const secrets = parties.flatMap(({ id: party, secret }) => (secret === null ? [] : [{ party, secret }]))
  const manifest = JSON.parse(record.manifest) as DrawManifest
  const seed = seedOf({ manifestHash: record.manifestHash, secrets, publicValue: record.publicNumber }, digest)
  const result = drawAll(manifest, seed, digest)
  const now = laterThanAll(at, record, parties)
  const empty = result.groups.find(({ officers }) => officers.length < officersPerGroup)
  if (empty) {
    await moveDraw(tx, id, 'voided')
    const words = `作废：第 ${empty.key} 组扣除回避后不足${officersPerGroup}名有效执法证的检查人员。种子 ${seed}。`
    await insertEntry(tx, id, { kind: 'void', words, at: now })
    return
  }
  await saveResult(tx, id, { result: canonicalJson(result), at: now, state: 'published' })
  const words = `已抽取 ${result.selected.length} 户、${result.groups.length} 组，种子 ${seed}。任何人可以下载文件重新计算。`
  await insertEntry(tx, id, { kind: 'drawn', words, at: now })
}

/** 作废: by the head, with the reason, as a public entry. There is no other way back, and the repetition names this draw. */
export async function voidDraw(
  tx: Tx,
  asked: { readonly id: string; readonly reason: string },
  { name, at }: At & { readonly name: string },
): Promise<Result<null>> {
  const record = await lockDraw(tx, asked.id)
  if (!record) return refuse('drawUnknown')
  const to = nextState(drawMoves, record.state, 'void')
  if (!to.ok) return refuse('drawEnded')
  const reason = cleanText(asked.reason, { max: 300, lines: true })
  if (!reason.ok) return refuse('drawWordsMissing')
  await moveDraw(tx, record.id, to.value)
  const words = `作废：${reason.value}（${name}）`
  await insertEntry(tx, record.id, { kind: 'void', words, at: at.instant.toString() })
  return ok(null)
}
