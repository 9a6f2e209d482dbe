import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { FactKind } from '../../rules/clue/facts.ts'
import { listFacts } from '../../store/facts.ts'

/** 可以给出的要素: what an officer confirmed, with its value; never a telephone, which may be the reporter's. */
export async function lendFacts(
  tx: Tx,
  clueNo: string,
  keyring: Pick<Keyring, 'openField'>,
): Promise<readonly { readonly kind: FactKind; readonly value: string }[]> {
  const facts = await listFacts(tx, clueNo)
  return facts
    .filter(({ kind, state }) => state === 'confirmed' && kind !== 'phone')
    .map(({ kind, valueSealed }) => ({ kind, value: keyring.openField(valueSealed) }))
}
