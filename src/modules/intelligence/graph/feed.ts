import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import { findHolderOfPhone, findRetailer, listByOperator } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { matters } from '../rules/clue/words.ts'
import { nodeOfFact } from '../rules/graph/clue-facts.ts'
import type { NodeKind } from '../rules/graph/kinds.ts'
import { findFact } from '../store/facts.ts'
import { type Entity, identify } from './identity.ts'
import { type Fact, learnFacts } from './learn.ts'

export type Keys = Pick<Keyring, 'blindIndex' | 'sealField' | 'openField'>

interface ClueRow {
  readonly no: string
  readonly matter: keyof typeof matters
  readonly areaCode: string
  readonly receivedOn: string
  readonly open: boolean
  readonly assignedTo: string | null
}

/** The id in a label of the ledger, `staff:…`. */
const idOf = (label: string): string => label.replace(/^staff:/u, '')

async function findClue(tx: Tx, no: string): Promise<ClueRow | undefined> {
  const { rows } = await sql<ClueRow>`select no, matter, area_code, received_on, closed_on is null as open, assigned_to
    from intelligence.clue where no = ${no}`.execute(tx)
  return rows[0]
}

/** 线索进入关系图: as a matter, and with each thing an officer confirmed; a machine's offer is not believed and not written. */
export async function learnClue(
  tx: Tx,
  { clueNo, factId }: { readonly clueNo: string; readonly factId?: string },
  with_: { readonly keyring: Keys; readonly at: Moment },
): Promise<void> {
  const clue = await findClue(tx, clueNo)
  if (!clue) return
  const entity = { kind: 'clue', value: clue.no } as const
  const fact = factId === undefined ? undefined : await findFact(tx, factId, with_.keyring)
  const kind = fact === undefined || fact.state !== 'confirmed' ? undefined : nodeOfFact[fact.kind]
  const facts: readonly Fact[] =
    fact === undefined || kind === undefined
      ? []
      : [
          {
            from: entity,
            kind: 'names',
            to: entityOf(kind, fact, clue.no),
            validFrom: clue.receivedOn,
            confidence: 0.9,
          },
        ]
  const matter = {
    entity,
    open: clue.open,
    title: matters[clue.matter].zh,
    handlers: clue.assignedTo === null ? [] : [idOf(clue.assignedTo)],
  }
  const learned = { source: { kind: 'clue', ref: clue.no } as const, areaCode: clue.areaCode, matter }
  const told = await learnFacts(tx, { ...learned, facts }, with_)
  // A number nobody can read stays with the clue; the clue itself still stands in the graph.
  if (!told.ok) await learnFacts(tx, { ...learned, facts: [] }, with_)
  if (fact?.kind === 'licence') await learnShop(tx, fact.value, with_)
  if (fact?.kind === 'phone' && kind !== undefined) await learnShopsOfPhone(tx, fact.value, with_)
}

/** A name alone is one person a record: whether two are the same is for the comparison and a person to say. */
const entityOf = (kind: NodeKind, fact: { readonly id: string; readonly value: string }, clueNo: string): Entity =>
  kind === 'person' ? { kind, value: `${clueNo}/${fact.id}`, name: fact.value } : { kind, value: fact.value }

/** 零售户进入关系图: shop, licence, holder, telephone and door, as the register has them today. */
export async function learnShop(
  tx: Tx,
  licenceNo: string,
  with_: { readonly keyring: Keys; readonly at: Moment },
): Promise<void> {
  const shop = await findRetailer(tx, licenceNo)
  if (!shop) return
  const { keyring } = with_
  const [shopNode, licence] = [
    { kind: 'shop', value: shop.licenceNo, name: shop.shopName, position: shop.position },
    { kind: 'licence', value: shop.licenceNo },
  ] as const
  const holder = {
    kind: 'person',
    value: '',
    name: shop.operatorName,
    known: {
      key: shop.operatorIndex,
      label: `${[...shop.operatorName][0] ?? ''}**`,
      sealed: keyring.sealField(`${shop.operatorName} ${shop.operatorIdMasked}`),
    },
  } as const
  const since = { validFrom: shop.licensedOn, confidence: 1 }
  const phone = shop.phoneSealed === null ? undefined : keyring.openField(shop.phoneSealed)
  const facts: Fact[] = [
    { from: holder, kind: 'operates', to: shopNode, ...since },
    { from: shopNode, kind: 'holds', to: licence, ...since },
    { from: shopNode, kind: 'at', to: { kind: 'address', value: shop.address, position: shop.position }, ...since },
    ...(phone === undefined
      ? []
      : [{ from: shopNode, kind: 'uses', to: { kind: 'phone', value: phone }, ...since } as const]),
  ]
  await learnFacts(tx, { source: { kind: 'registry', ref: licenceNo }, areaCode: shop.areaCode, facts }, with_)
}

/** A telephone of the register brings the shops of its holder into the graph: 从人到案 begins at the counter. */
async function learnShopsOfPhone(
  tx: Tx,
  phone: string,
  with_: { readonly keyring: Keys; readonly at: Moment },
): Promise<void> {
  const identity = identify({ kind: 'phone', value: phone }, with_.keyring)
  const holder = identity === undefined ? undefined : await findHolderOfPhone(tx, identity.key)
  if (!holder) return
  for (const { licenceNo } of await listByOperator(tx, holder.personIndex)) await learnShop(tx, licenceNo, with_)
}

export interface CaseForGraph {
  readonly no: string
  readonly about: string
  readonly areaCode: string
  readonly openedOn: string
  readonly open: boolean
  readonly licenceNo: string | null
  /** The clue it came of. */
  readonly clueNo: string | null
  /** 办案人员; before they are named, whoever registered it. */
  readonly handlers: readonly string[]
  readonly party: { readonly name: string; readonly idNo: string; readonly address: string; readonly phone: string }
}

/** 案件进入关系图: as a matter, with its party, licence and the clue it came of. What of the party nobody can read stays with the case. */
export async function learnCase(
  tx: Tx,
  file: CaseForGraph,
  with_: { readonly keyring: Keys; readonly at: Moment },
): Promise<void> {
  const { no, party, licenceNo, clueNo, areaCode } = file
  const { keyring } = with_
  const entity = { kind: 'case', value: no } as const
  const person = { kind: 'person', value: party.idNo === '' ? `${no}/1` : party.idNo, name: party.name } as const
  const since = { validFrom: file.openedOn, confidence: 0.9 }
  const facts: Fact[] = [
    { from: entity, kind: 'names', to: person, ...since },
    ...(party.phone === ''
      ? []
      : [{ from: entity, kind: 'names', to: { kind: 'phone', value: party.phone }, ...since } as const]),
    ...(party.address === ''
      ? []
      : [{ from: person, kind: 'at', to: { kind: 'address', value: party.address }, ...since } as const]),
    ...(licenceNo === null
      ? []
      : [{ from: entity, kind: 'names', to: { kind: 'licence', value: licenceNo }, ...since } as const]),
    ...(clueNo === null
      ? []
      : [{ from: { kind: 'clue', value: clueNo }, kind: 'became', to: entity, ...since } as const]),
  ]
  const readable = facts.filter(
    ({ from, to }) => identify(from, keyring) !== undefined && identify(to, keyring) !== undefined,
  )
  const matter = { entity, open: file.open, title: file.about, handlers: file.handlers.map(idOf) }
  await learnFacts(tx, { source: { kind: 'case', ref: no }, areaCode, matter, facts: readable }, with_)
  if (licenceNo !== null) await learnShop(tx, licenceNo, with_)
  if (party.phone !== '') await learnShopsOfPhone(tx, party.phone, with_)
}
