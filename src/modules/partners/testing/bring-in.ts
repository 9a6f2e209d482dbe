import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/database'
import type { AccessHouse } from '../../access/testing/house.ts'
import { hire, signInAs } from '../../access/testing/people.ts'
import { insertAgency, insertContact } from '../index.ts'
import type { AgencyKind } from '../rules/agencies.ts'

interface Asked {
  readonly kind: AgencyKind
  readonly name: string
  readonly area?: string
  readonly by: string
  readonly publicKey?: string
}

/** An agency with one named contact who has an account and is signed in. */
export async function bringInAgency(house: AccessHouse, { kind, name, area = '440785', by, publicKey }: Asked) {
  const [id, contactId] = [randomUUID(), randomUUID()]
  const { keyring, database } = house.services
  const added = { by, at: house.clock.now().instant }
  const all = <T>(work: (tx: Tx) => Promise<T>) => database.within({ areas: 'all' }, work)
  const account = `${kind}1`
  await all(tx => insertAgency(tx, { id, kind, name, areas: [area], publicKey: publicKey ?? null, ...added }))
  const { staffId, totpSecret } = await hire(house, account, ['partner'], [area], id)
  const phone = { phoneSealed: keyring.sealField('13800000000'), phoneMasked: '***0000' }
  const person = { id: contactId, agencyId: id, name: `模拟联系人${account}`, duty: '股长', accountId: staffId }
  await all(tx => insertContact(tx, { ...person, ...phone, ...added }))
  return { id, agencyId: id, contactId, cookie: await signInAs(house, account, totpSecret) }
}
