import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { maskName } from '#kernel/masking'
import { ok, type Result, refuse } from '#kernel/refusal'
import { findRetailer } from '#modules/registry'
import { announce } from '#platform/announce'
import { chinaCalendar } from '#platform/calendar'
import type { Tx } from '#platform/database'
import { caseOpened } from '../opened-event.ts'
import type { CaseFile, Origin, Party } from '../rules/procedure/case-file.ts'
import { nextDue, startClock } from '../rules/procedure/clocks.ts'
import { startOf } from '../rules/procedure/moves.ts'
import { hasCaseOf, insertCase, type Sealer, takeCaseNo } from '../store/cases.ts'

export interface CaseAsked {
  readonly path: 'ordinary' | 'simple'
  readonly about: string
  readonly origin: Origin
  readonly originRef?: string
  readonly licenceNo?: string
  readonly violation?: string
  readonly areaCode?: string
  readonly happenedOn?: string
  readonly party?: Party
  /** The two who go on with it, where the head has sent them already (检查任务). */
  readonly officers?: readonly string[]
  readonly by: string
  readonly at: Moment
}

/** 登记案件来源: the case begins, and with it the seven days to check it (S93 33, 35). Refusals: `caseShopUnknown`, `casePartyMissing`, `caseOpenAlready`. */
export async function openCase(tx: Tx, asked: CaseAsked, keys: Pick<Sealer, 'sealField'>): Promise<Result<string>> {
  const { path, origin, originRef, licenceNo, by, at } = asked
  const about = cleanText(asked.about, { max: 200 })
  if (!about.ok) return about
  if (originRef !== undefined && (await hasCaseOf(tx, origin, originRef))) return refuse('caseOpenAlready')
  const shop = licenceNo === undefined ? undefined : await findRetailer(tx, licenceNo)
  if (licenceNo !== undefined && !shop) return refuse('caseShopUnknown')
  const party = asked.party ?? (shop && partyOf(shop))
  if (party === undefined || party.name.trim() === '') return refuse('casePartyMissing')
  const no = await takeCaseNo(tx, at.today.year)
  const state = startOf(path)
  const on = at.today.toString()
  const begun = { n: 1, event: 'open', from: state, to: state, by, on, at: at.instant.toString() } as const
  const clocks = path === 'simple' ? [] : [startClock(origin === 'scene' ? 'sceneFiling' : 'check', at, chinaCalendar)]
  const file: CaseFile = {
    ...{ no, path, state, version: 1, origin, party, clocks },
    areaCode: asked.areaCode ?? shop?.areaCode ?? '440785',
    licenceNo: licenceNo ?? null,
    violation: asked.violation ?? null,
    about: about.value,
    originRef: originRef ?? null,
    happenedOn: asked.happenedOn ?? null,
    officers: asked.officers ?? [],
    steps: [{ ...begun, input: { words: about.value, ...(asked.officers ? { officers: asked.officers } : {}) } }],
    ...{ filedOn: null, decidedOn: null, proposedBy: null, decidedBy: null },
    ...{ openedBy: by, openedOn: on },
  }
  const partySealed = keys.sealField(JSON.stringify(party))
  await insertCase(tx, { file, partyShown: shownOf(party), partySealed, due: nextDue(clocks), at: begun.at })
  await announce(tx, caseOpened, { caseNo: no })
  return ok(no)
}

/** What lists show: a person's first character, an organisation's whole name. */
export const shownOf = ({ kind, name }: Party): string =>
  kind === 'organisation' || name === '身份不明' ? name : maskName(name)

const partyOf = (shop: { shopName: string; operatorName: string; address: string }): Party => ({
  kind: 'organisation',
  name: shop.shopName,
  idNo: '',
  address: shop.address,
  phone: '',
  represented: shop.operatorName,
})
