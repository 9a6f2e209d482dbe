import { maskName } from '#kernel/masking'
import { formatYuan } from '#kernel/money'
import { formatSticks } from '#kernel/quantity'
import { findCase, lendTotals } from '#modules/cases'
import { describeClue, lendFacts } from '#modules/intelligence'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { Field } from '../rules/agencies.ts'

type Offered = Readonly<Partial<Record<Field, string>>>

/** What of one of our matters can be given, and where it is; undefined: none that this officer may see. */
export interface Matter {
  readonly areaCode: string
  readonly values: Offered
}

/** 可给出的内容: values from the file itself, each masked as the table of fields says. Nothing goes out by this. */
export async function offerOf(
  tx: Tx,
  aboutNo: string,
  keyring: Pick<Keyring, 'openField'>,
): Promise<Matter | undefined> {
  return aboutNo.startsWith('AJ-') ? ofCase(tx, aboutNo, keyring) : ofClue(tx, aboutNo, keyring)
}

async function ofCase(tx: Tx, no: string, keyring: Pick<Keyring, 'openField'>): Promise<Matter | undefined> {
  const file = await findCase(tx, no, keyring)
  if (!file) return undefined
  const totals = await lendTotals(tx, no)
  const held = totals !== undefined && totals.sticks > 0
  return {
    areaCode: file.areaCode,
    values: {
      number: no,
      about: file.about,
      ...(file.happenedOn === null ? {} : { day: file.happenedOn }),
      party: maskName(file.party.name),
      ...(held ? { quantity: formatSticks(totals.sticks), value: formatYuan(totals.value) } : {}),
    },
  }
}

const fieldOfFact: Readonly<Record<string, Field>> = {
  plate: 'plate',
  waybill: 'waybill',
  carton: 'codes',
  place: 'place',
  sticks: 'quantity',
  money: 'value',
}

async function ofClue(tx: Tx, no: string, keyring: Pick<Keyring, 'openField'>): Promise<Matter | undefined> {
  const clue = await describeClue(tx, no, keyring)
  if (!clue) return undefined
  const facts = await lendFacts(tx, no, keyring)
  const joined: Partial<Record<Field, string>> = {}
  for (const { kind, value } of facts) {
    const field = fieldOfFact[kind]
    if (field !== undefined) joined[field] = joined[field] === undefined ? value : `${joined[field]}、${value}`
  }
  // The words of whoever reported stay here: the subject is the kind of the matter.
  return { areaCode: clue.areaCode, values: { number: no, about: clue.matterZh, day: clue.receivedOn, ...joined } }
}
