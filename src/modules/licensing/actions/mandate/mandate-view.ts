import { maskName } from '#kernel/masking'
import type { Keyring } from '#platform/keyring'
import type { MandateView } from '../../contract/mandates.ts'
import type { ApplicationDetail } from '../../contract.ts'
import { applicationStateLabels } from '../../rules/application/moves.ts'
import { services } from '../../rules/services/table.ts'
import type { MandateAct, MandateRecord } from '../../store/mandates.ts'

interface MandateHouse {
  readonly shopName: string
  readonly today: string
  readonly keyring: Pick<Keyring, 'openField'>
  readonly acts: readonly MandateAct[]
}

/** Both people masked: whoever reads it knows one of them. */
export function mandateView(record: MandateRecord, { shopName, today, keyring, acts }: MandateHouse): MandateView {
  const named = (sealed: string) => maskName(keyring.openField(sealed))
  return {
    mandateId: record.id,
    licenceNo: record.licenceNo,
    shopName,
    principal: { name: named(record.principalNameSealed), idNoMasked: record.principalIdMasked },
    agent: { name: named(record.agentNameSealed), idNoMasked: record.agentIdMasked },
    services: record.services.map(service => ({
      service,
      label: services[service].name.zh,
      labelEn: services[service].name.en,
    })),
    validFrom: record.validFrom,
    validTo: record.validTo,
    form: record.form,
    state: stateOf(record, today),
    acts: acts.map(({ applicationNo, service, state, receivedAt }) => ({
      applicationNo,
      label: services[service].name.zh,
      labelEn: services[service].name.en,
      stateLabel: applicationStateLabels[state].zh,
      stateLabelEn: applicationStateLabels[state].en,
      receivedAt,
    })),
  }
}

function stateOf({ endedAt, validFrom, validTo }: MandateRecord, today: string): MandateView['state'] {
  if (endedAt !== null) return 'ended'
  if (today < validFrom) return 'notYet'
  return today > validTo ? 'expired' : 'live'
}

/** The agent of a file as its officer reads it. */
export const agentInWords = (
  { agentNameSealed, agentIdMasked, form, services: named, validFrom, validTo }: MandateRecord,
  keyring: Pick<Keyring, 'openField'>,
): NonNullable<ApplicationDetail['agent']> => ({
  nameMasked: maskName(keyring.openField(agentNameSealed)),
  idNoMasked: agentIdMasked,
  form,
  services: named.map(code => services[code].name.zh),
  validFrom,
  validTo,
})
