import { parseCitizenId } from '#kernel/citizen-id'
import type { Moment } from '#kernel/dates'
import { maskCitizenId } from '#kernel/masking'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { barOfVerdict, type CaseVerdict } from '../rules/checks/bars-of-case.ts'
import { endBarsOfCase, findOperatorIndex, holdByCase, holdDisqualified } from '../store/case-record.ts'
import { savePersonBars } from '../store/person-bars.ts'
import { dropProposal, proposeByCase, proposeRestore } from './proceeding/propose-by-case.ts'

/** What the house knows of a case after a step of it (reaction). */
export interface CaseOutcome {
  readonly caseNo: string
  readonly areaCode: string
  readonly licenceNo: string | null
  /** Null before 立案. */
  readonly filedOn: string | null
  /** 已了结. */
  readonly over: boolean
  readonly party: { readonly name: string; readonly idNo: string }
  /** A decision that was served. */
  readonly verdict?: CaseVerdict
  /** 决定被变更、撤销、确认违法: by whom and how. */
  readonly setAside?: string
}

interface Setting {
  readonly at: Moment
  readonly keyring: Keyring
}

const by = 'system:cases'

/** 案件 → 许可 (reaction, told twice it does nothing more): an open case is looked at by a person (R12); a decision that bars is R13. */
export async function noteCaseOutcome(tx: Tx, outcome: CaseOutcome, setting: Setting): Promise<void> {
  const { caseNo, licenceNo, filedOn, over, verdict, setAside } = outcome
  const on = setting.at.today.toString()
  const operator = licenceNo === null ? undefined : await findOperatorIndex(tx, licenceNo)
  if (licenceNo !== null && operator !== undefined && filedOn !== null)
    await holdByCase(tx, { licenceNo, caseNo, filedOn, ...(over ? { endedOn: on } : {}) })
  // What rested on a decision that fell no longer counts; a person may record it again by the new document.
  if (setAside !== undefined) {
    const reason = `决定已变更、撤销或者确认违法：${setAside}`.slice(0, 300)
    await endBarsOfCase(tx, caseNo, { on, by, reason })
    await dropProposal(tx, { caseNo, by, reason, at: setting.at })
    await proposeRestore(tx, { caseNo, by, reason, at: setting.at }, setting.keyring)
  } else if (verdict) await recordVerdict(tx, { ...outcome, verdict, operator }, setting)
}

async function recordVerdict(
  tx: Tx,
  { verdict, ...outcome }: CaseOutcome & { readonly verdict: CaseVerdict; readonly operator: string | undefined },
  { at, keyring }: Setting,
): Promise<void> {
  const { caseNo, areaCode, party } = outcome
  const bar = barOfVerdict(verdict)
  if (!bar) return
  const { licenceNo } = outcome
  if (licenceNo !== null && outcome.operator !== undefined) {
    await holdDisqualified(tx, { licenceNo, caseNo, since: bar.since })
    await proposeByCase(tx, { licenceNo, caseNo, by, reason: bar.basis, at }, keyring)
  }
  const idNo = parseCitizenId(party.idNo)
  const known = idNo.ok ? keyring.blindIndex('person', idNo.value) : outcome.operator
  const unknown = known === undefined ? '案卷没有当事人的身份证号码，不能自动核对，请查明后登记。' : ''
  await savePersonBars(tx, [
    {
      ...{ areaCode, kind: bar.kind, since: bar.since, basis: `${bar.basis}${unknown}`, source: caseNo },
      // Nobody's index: the bar meets no applicant, but stands in the list until an officer has found the number.
      personIndex: known ?? keyring.blindIndex('case', caseNo),
      nameSealed: keyring.sealField(party.name),
      ...(idNo.ok ? { idNoMasked: maskCitizenId(idNo.value) } : {}),
      ...{ recordedBy: by, recordedAt: at.instant.toString() },
    },
  ])
}
