import type { Moment } from '#kernel/dates'
import { findCase, findViolation, sanctionOf, sanctionWords } from '#modules/cases'
import { type CaseVerdict, noteCaseOutcome } from '#modules/licensing'
import type { Tx } from '../platform/database.ts'
import type { Keyring } from '../platform/keyring.ts'
import { isCaseOver } from './case-over.ts'

type File = NonNullable<Awaited<ReturnType<typeof findCase>>>

/** 案件 → 许可: who is under a case, and whom its served decision bars from a licence (R12, R13), with its articles. */
export async function caseIntoLicensing(
  tx: Tx,
  { caseNo, event }: { readonly caseNo: string; readonly event: string },
  { keyring, at }: { readonly keyring: Keyring; readonly at: Moment },
): Promise<void> {
  const file = await findCase(tx, caseNo, keyring)
  if (!file) return
  const { areaCode, licenceNo, filedOn, state, party } = file
  const setAside = setAsideBy(file, event)
  const verdict = event === 'serve' || event === 'reportBack' ? verdictOf(file) : undefined
  await noteCaseOutcome(
    tx,
    {
      ...{ caseNo, areaCode, licenceNo, filedOn, over: isCaseOver(state) },
      party: { name: party.represented || party.name, idNo: party.idNo },
      ...(setAside === undefined ? {} : { setAside }),
      ...(verdict ? { verdict } : {}),
    },
    { keyring, at },
  )
}

function verdictOf(file: File): CaseVerdict | undefined {
  const sanction = sanctionOf(file)
  if (sanction?.result !== 'penalty' || file.decidedOn === null) return undefined
  return {
    caseNo: file.no,
    decidedOn: file.decidedOn,
    licenceTaken: sanction.licence === 'revoke',
    words: sanctionWords(sanction, file.violation),
    basis: findViolation(file.violation)?.sanction ?? [],
  }
}

function setAsideBy({ steps }: File, event: string): string | undefined {
  const input = steps.findLast(step => step.event === event)?.input ?? {}
  const words = input['words'] ?? input['ref']
  const fell = event === 'changeDecision' || (event === 'endRemedy' && input['result'] === 'changed')
  return fell ? String(words ?? '') : undefined
}
