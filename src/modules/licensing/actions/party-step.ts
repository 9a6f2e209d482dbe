import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { partyAnswers } from '../rules/application/interest.ts'
import type { StepInput } from '../rules/application/step-input.ts'
import { insertParty, type PartyRow, saveParty } from '../store/interested-parties.ts'
import type { ApplicationRecord } from '../store.ts'
import type { Setting } from './setting.ts'

interface PartyStep {
  readonly file: Pick<ApplicationRecord, 'applicationNo' | 'areaCode' | 'receivedOn'>
  readonly input: StepInput
  readonly by: string
  readonly at: Moment
}

/** 告知利害关系人 (XK 36): the row and its number, which its paper bears as occasion. */
export async function tellParty(tx: Tx, { file, input, by, at }: PartyStep, { keyring }: Setting): Promise<string> {
  const { party } = input
  if (party === null) throw new Error('the form let a party pass without a name')
  const id = randomId()
  await insertParty(tx, {
    id,
    applicationNo: file.applicationNo,
    areaCode: file.areaCode,
    relation: party.relation,
    nameSealed: keyring.sealField(party.name),
    contactSealed: keyring.sealField(party.contact),
    way: party.way,
    toldOn: party.way === 'handed' ? at.today.toString() : null,
    recordedBy: by,
    recordedAt: at.instant.toString(),
  })
  return id
}

/** 利害关系人的答复: told once, answered once; whoever answers has been told. */
export async function answerParty(
  tx: Tx,
  { file, input, at }: PartyStep,
  [parties, { keyring }]: readonly [readonly PartyRow[], Setting],
): Promise<Result<string>> {
  const { partyAnswer, opinion } = input
  const party = parties.find(({ id }) => id === partyAnswer?.partyId)
  if (!partyAnswer || !party) return refuse('partyUnknown')
  const { answer, on } = partyAnswer
  if (party.answer !== null || (answer === 'received' && party.toldOn !== null)) return refuse('partyAnswered')
  if (on > at.today.toString() || on < (party.toldOn ?? file.receivedOn)) return refuse('partyDayWrong')
  const toldOn = party.toldOn ?? on
  await saveParty(
    tx,
    party.id,
    answer === 'received'
      ? { toldOn, answer: null, answerSealed: null, answeredOn: null }
      : { toldOn, answer, answerSealed: keyring.sealField(opinion), answeredOn: on },
  )
  return ok(partyAnswers[answer].zh)
}
