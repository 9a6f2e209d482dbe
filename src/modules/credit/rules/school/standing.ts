import { cite } from '#kernel/citation'
import type { ShopVerdict } from '#kernel/school-distance'
import type { CaseState, OutCause, Standing } from './case-moves.ts'

/** Licences under which a shop can still trade or come back to trade. */
const live: ReadonlySet<string> = new Set(['valid', 'suspended', 'rectifying', 'expiredPending'])
export const isLive = (licenceState: string): boolean => live.has(licenceState)

interface ShopFacts {
  readonly verdict: ShopVerdict
  readonly licenceState: string
  /** First signed walk that showed it inside. */
  readonly insideSince: string | null
  readonly validTo: string
}

interface CaseFacts {
  readonly state: Exclude<CaseState, 'protected'>
  readonly outOn: string | null
}

/**
 * 一户现在在哪一步. The law comes first: only a signed walk makes a shop one of the surroundings, and a holder keeps the licence until it ends
 * (S205 18). `undefined`: the shop has nothing to do with a school, or its licence ended before anybody measured.
 */
export function standingOf(shop: ShopFacts, own: CaseFacts | undefined): Standing | undefined {
  if (!isLive(shop.licenceState)) return own || shop.insideSince !== null ? 'out' : undefined
  if (shop.verdict === 'inside') return own?.state ?? 'protected'
  return shop.verdict === 'toMeasure' ? 'toMeasure' : 'outside'
}

/** The day a shop left the surroundings; without a day on record the end of its term. */
export const leftOn = (shop: ShopFacts, own: CaseFacts | undefined): string | null =>
  own?.outOn ?? (isLive(shop.licenceState) ? null : shop.validTo)

/** Why a licence ended, as far as one can know: the announced exit, else the state. */
export const outCauseOf = (licenceState: string, exitWay: 'close' | 'move' | null): OutCause =>
  licenceState === 'expired' ? 'expired' : (exitWay ?? 'cancelled')

/**
 * 现有持证户怎么办: protected until expiry; earlier only by consent or 撤回 with compensation (XK 8); at renewal an officer decides
 * under S205 43 (2) after hearing the holder. The machine never refuses.
 */
export const holderLaw = [
  { zh: '许可证有效期内受保护：以后的布局规定不影响现有的证。', basis: cite('S205', 18) },
  { zh: '到期前只能劝导自愿退出；要提前收回，须依法撤回并补偿。', basis: cite('XK', 8) },
  {
    zh: '届满申请延续时，由工作人员审查是否在中小学、幼儿园周边；拟不予延续的先听取陈述申辩。机器不作不予延续的决定。',
    basis: cite('S205', 43, { item: 2 }),
  },
  { zh: '周边不得新设售烟点。距离由布局规定确定，两人实地步行测量为准。', basis: cite('WB', 59) },
] as const

/** 无证售卖: the market regulator's, not ours (trap 6). */
export const placeLaw = [
  { zh: '无证经营烟草制品零售的，由市场监督管理部门处罚；本局核实后移送。', basis: cite('TL', 57) },
  { zh: '学校、幼儿园周边售烟，各部门按照职责分工处理。', basis: cite('WB', 123) },
] as const
