import { cleanText } from '#kernel/chinese-text'
import { type Moment, parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { schoolLimits } from '#modules/registry'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { findCampaignOn, findSchoolShop, type KnownShop, listTalkers } from '../queries/school.ts'
import { type Answer, caseMoves, type ExitWay, type Signing } from '../rules/school/case-moves.ts'
import { isLive, outCauseOf } from '../rules/school/standing.ts'
import { insertTalk, lockCase, saveCase } from '../store/school.ts'

interface By {
  /** Id of the member of staff. */
  readonly staffId: string
  readonly at: Moment
}

type CaseEvent = 'persuade' | 'agree' | 'retract'

/** Only a shop that a signed walk shows inside is persuaded: the map's line proves nothing. */
async function movable(tx: Tx, licenceNo: string, version: number, event: CaseEvent, at: Moment) {
  const own = await lockCase(tx, licenceNo)
  const known = await findSchoolShop(tx, schoolLimits(at.today), licenceNo)
  if (known === undefined) return refuse('schoolShopUnknown')
  if ((own?.version ?? 0) !== version) return refuse('schoolCaseChanged')
  if (known.shop.standing === 'toMeasure') return refuse('schoolNotMeasured')
  const to = nextState(caseMoves, known.shop.standing === 'outside' ? 'out' : known.shop.standing, event)
  return to.ok && to.value !== 'protected' && to.value !== 'out'
    ? ok({ known, state: to.value })
    : refuse('schoolCaseNotNow')
}

const happened = (event: string, { staffId, at }: By, note: string) => ({
  event,
  by: `staff:${staffId}`,
  at: at.instant.toString(),
  note,
})
const caseOf = ({ shop, areaCode }: KnownShop) => ({ licenceNo: shop.licenceNo, areaCode })

export interface TalkAsked {
  readonly licenceNo: string
  readonly version: number
  readonly talkedOn: string
  readonly officers: readonly string[]
  readonly said: string
  readonly answer: Answer
  readonly answerWords: string
  readonly signed: Signing
}

/** 劝导: advice, no order: two went, what was said, what the holder answered; a refusal to sign is noted, not punished. */
export async function noteTalk(tx: Tx, asked: TalkAsked, by: By): Promise<Result<null>> {
  const found = await movable(tx, asked.licenceNo, asked.version, 'persuade', by.at)
  if (!found.ok) return found
  const day = parseDate(asked.talkedOn)
  if (!day.ok) return day
  if (asked.talkedOn > by.at.today.toString()) return refuse('schoolDayLater')
  const officers = [...new Set([by.staffId, ...asked.officers])]
  const able = new Set((await listTalkers(tx)).map(({ id }) => id))
  if (officers.length !== 2 || !officers.every(id => able.has(id))) return refuse('schoolOfficersTwo')
  if ((asked.answer === 'absent') !== (asked.signed === 'absent')) return refuse('schoolSignature')
  const said = cleanText(asked.said, { max: 1000, lines: true })
  if (!said.ok) return said
  const words = asked.answerWords.trim() === '' ? ok('') : cleanText(asked.answerWords, { max: 500, lines: true })
  if (!words.ok) return words
  const { known, state } = found.value
  await saveCase(tx, { ...caseOf(known), state }, happened('persuade', by, words.value))
  await insertTalk(tx, {
    ...caseOf(known),
    id: randomId(),
    campaignId: await findCampaignOn(tx, asked.talkedOn),
    talkedOn: asked.talkedOn,
    officers,
    said: said.value,
    answer: asked.answer,
    answerWords: words.value,
    signed: asked.signed,
    by: `staff:${by.staffId}`,
    at: by.at.instant.toString(),
  })
  return ok(null)
}

export interface ExitAsked {
  readonly licenceNo: string
  readonly version: number
  readonly way: ExitWay
  readonly reason: string
  readonly by: string
}

/** 自愿退出: how, why and until when, in the holder's words. The licence itself ends only by the holder's own 歇业 (licensing). */
export async function agreeExit(tx: Tx, asked: ExitAsked, by: By): Promise<Result<null>> {
  const found = await movable(tx, asked.licenceNo, asked.version, 'agree', by.at)
  if (!found.ok) return found
  const reason = cleanText(asked.reason, { max: 300, lines: true })
  if (!reason.ok) return reason
  if (!parseDate(asked.by).ok || asked.by < by.at.today.toString()) return refuse('schoolExitDay')
  const exit = { way: asked.way, reason: reason.value, by: asked.by }
  await saveCase(
    tx,
    { ...caseOf(found.value.known), state: found.value.state, exit },
    happened('agree', by, reason.value),
  )
  return ok(null)
}

/** 改变主意: a voluntary exit stays voluntary until the licence has ended. */
export async function retractExit(
  tx: Tx,
  asked: { readonly licenceNo: string; readonly version: number; readonly reason: string },
  by: By,
): Promise<Result<null>> {
  const found = await movable(tx, asked.licenceNo, asked.version, 'retract', by.at)
  if (!found.ok) return found
  const reason = cleanText(asked.reason, { max: 300, lines: true })
  if (!reason.ok) return reason
  const change = { ...caseOf(found.value.known), state: found.value.state, exit: null }
  await saveCase(tx, change, happened('retract', by, reason.value))
  return ok(null)
}

/** 许可证终止 (reaction): a licence of the surroundings that ends takes the shop out, by the way its holder announced. */
export async function noteLicenceEnd(
  tx: Tx,
  fact: { readonly licenceNo: string; readonly state: string },
  at: Moment,
): Promise<void> {
  if (isLive(fact.state)) return
  const own = await lockCase(tx, fact.licenceNo)
  if (own?.state === 'out') return
  const known = await findSchoolShop(tx, schoolLimits(at.today), fact.licenceNo)
  if (known === undefined || (own === undefined && known.shop.insideSince === null)) return
  const out = { on: at.today.toString(), cause: outCauseOf(fact.state, own?.exitWay ?? null) }
  const said = { event: 'end', by: 'system:credit.noteLicenceEnd', at: at.instant.toString(), note: '' }
  await saveCase(tx, { ...caseOf(known), state: 'out', out }, said)
}
