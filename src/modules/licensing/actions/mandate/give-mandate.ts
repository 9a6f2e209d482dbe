import { parseCitizenId } from '#kernel/citizen-id'
import type { Moment } from '#kernel/dates'
import { foldWidth } from '#kernel/fold-width'
import { maskCitizenId } from '#kernel/masking'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { MandateView } from '../../contract/mandates.ts'
import { findLicence } from '../../queries/licences.ts'
import { checkGiver, checkTerms } from '../../rules/mandate/mandate.ts'
import type { ServiceCode } from '../../rules/services/service.ts'
import { isSigned } from '../../rules/signature.ts'
import { insertMandate, type MandateRecord } from '../../store/mandates.ts'
import type { Setting } from '../setting.ts'
import { mandateView } from './mandate-view.ts'

interface Terms {
  readonly licenceNo: string
  readonly services: readonly ServiceCode[]
  readonly validFrom: string
  readonly validTo: string
}

interface Named {
  readonly name: string
  readonly idNo: string
}

/** Who stands there or is signed in, as access describes him. */
export interface KnownPerson {
  readonly personIndex: string
  readonly name: string
  readonly idNoMasked: string
}

interface Given extends Terms {
  readonly at: Moment
  /** The actor in the history. */
  readonly label: string
}

/** 在线委托: the holder, signed in, names the agent and signs. Who holds the licence is compared, not believed. */
export async function giveMandate(
  tx: Tx,
  given: Given & {
    readonly by: KnownPerson
    readonly method: string
    readonly agent: Named
    readonly signature: { readonly strokes: readonly (readonly number[])[] }
  },
  setting: Setting,
): Promise<Result<MandateView>> {
  const { by, agent, services, at } = given
  const giver = checkGiver(services, given.method, setting.policy.checks)
  if (!giver.ok) return giver
  if (!isSigned(given.signature.strokes)) return refuse('signatureEmpty')
  const licence = await findLicence(tx, given.licenceNo)
  if (!licence || licence.operatorIndex !== by.personIndex) return refuse('licenceNotYours')
  const idNo = parseCitizenId(agent.idNo)
  if (!idNo.ok) return idNo
  const agentIndex = setting.keyring.blindIndex('person', idNo.value)
  const terms = checkNew({ ...given, same: agentIndex === by.personIndex, agentIdNo: idNo.value }, at, setting)
  if (!terms.ok) return terms
  const record = recordOf(given, licence, setting, {
    principal: by,
    agent: { personIndex: agentIndex, name: agent.name.trim(), idNoMasked: maskCitizenId(idNo.value) },
    form: 'electronic',
    signatureSealed: setting.keyring.sealField(JSON.stringify(given.signature)),
  })
  await insertMandate(tx, record)
  return ok(
    mandateView(record, { shopName: licence.shopName, today: at.today.toString(), keyring: setting.keyring, acts: [] }),
  )
}

/**
 * 登记纸质授权委托书: the agent stands at the counter with the own card and the paper. The holder named in it must be the holder
 * of the licence; the officer says that he saw the paper and its signature.
 */
export async function takeMandate(
  tx: Tx,
  given: Given & { readonly by: KnownPerson; readonly principal: Named; readonly seen: boolean },
  setting: Setting,
): Promise<Result<MandateView>> {
  const { by, principal, at, seen } = given
  if (!seen) return refuse('mandatePaperNotSeen')
  const idNo = parseCitizenId(principal.idNo)
  if (!idNo.ok) return idNo
  const licence = await findLicence(tx, given.licenceNo)
  const principalIndex = setting.keyring.blindIndex('person', idNo.value)
  const sameName = licence && plain(licence.operatorName) === plain(principal.name)
  if (!licence || licence.operatorIndex !== principalIndex || !sameName) return refuse('principalNotHolder')
  // The agent's card was judged when he was received: number, term and age.
  const terms = checkNew({ ...given, same: principalIndex === by.personIndex, agentIdNo: undefined }, at, setting)
  if (!terms.ok) return terms
  const record = recordOf(given, licence, setting, {
    principal: { personIndex: principalIndex, name: principal.name.trim(), idNoMasked: maskCitizenId(idNo.value) },
    agent: by,
    form: 'paper',
    signatureSealed: null,
  })
  await insertMandate(tx, record)
  return ok(
    mandateView(record, { shopName: licence.shopName, today: at.today.toString(), keyring: setting.keyring, acts: [] }),
  )
}

const checkNew = (
  asked: Terms & { readonly same: boolean; readonly agentIdNo: string | undefined },
  { today }: Moment,
  { policy }: Setting,
) => checkTerms(asked, today, { mostDays: policy.mandateDays, minimumAge: policy.checks.minimumAge })

interface Parties {
  readonly principal: KnownPerson
  readonly agent: KnownPerson
  readonly form: MandateRecord['form']
  readonly signatureSealed: string | null
}

function recordOf(
  given: Given,
  licence: { readonly areaCode: string },
  { keyring }: Setting,
  { principal, agent, form, signatureSealed }: Parties,
): MandateRecord {
  return {
    id: randomId(),
    licenceNo: given.licenceNo,
    areaCode: licence.areaCode,
    principalIndex: principal.personIndex,
    principalNameSealed: keyring.sealField(principal.name),
    principalIdMasked: principal.idNoMasked,
    agentIndex: agent.personIndex,
    agentNameSealed: keyring.sealField(agent.name),
    agentIdMasked: agent.idNoMasked,
    services: given.services,
    validFrom: given.validFrom,
    validTo: given.validTo,
    form,
    signatureSealed,
    givenBy: given.label,
    givenAt: given.at.instant.toString(),
    endedAt: null,
  }
}

/** Width and blanks differ between a card and a register without meaning anything. */
const plain = (name: string): string => foldWidth(name).normalize('NFC').replace(/\s/gu, '')
