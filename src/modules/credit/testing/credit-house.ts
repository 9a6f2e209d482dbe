import { randomUUID } from 'node:crypto'
import type { StaffRole } from '#kernel/actor'
import { momentOf } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { openAccessHouse } from '../../access/testing/house.ts'
import { hireAndSignIn } from '../../access/testing/people.ts'
import { retailers, type ShopLine, takeAreas, takeRetailers } from '../../registry/testing/small-county.ts'
import { settingOn } from '../actions/setting.ts'
import { takeStep } from '../actions/take-step.ts'
import type { FileDetail } from '../contract.ts'
import { createCredit } from '../index.ts'
import type { Input } from '../rules/file.ts'

export const shops: readonly ShopLine[] = Array.from({ length: 9 }, (_, n) => ({
  no: `44078510001${n}`,
  name: `模拟商店${n}`,
  person: n + 1,
  address: `沙湖镇南塘村${n + 1}号`,
  area: n % 3 === 0 ? '440785001' : '440785103',
}))

/** A county of nine shops, with inspectors, legal staff, two heads, a window and a colleague of one town, all signed in. */
export async function openCreditHouse() {
  const house = await openAccessHouse([createCredit()])
  const all = <T>(work: (tx: Tx) => Promise<T>) => house.services.database.within({ areas: 'all' }, work)
  await all(async tx => {
    await takeAreas(tx)
    await takeRetailers(tx, retailers(...shops), house.services.keyring)
  })
  const people = {
    first: await hireAndSignIn(house, 'inspector1', ['inspector']),
    second: await hireAndSignIn(house, 'inspector2', ['inspector']),
    legal: await hireAndSignIn(house, 'legal1', ['legal']),
    head: await hireAndSignIn(house, 'head1', ['head']),
    deputy: await hireAndSignIn(house, 'head2', ['head']),
    window: await hireAndSignIn(house, 'window1', ['window']),
    town: await hireAndSignIn(house, 'inspector3', ['inspector'], ['440785001']),
    courier: await hireAndSignIn(house, 'courier1', ['courier']),
  }
  type Who = keyof typeof people
  const call = (who: Who | 'public', method: 'GET' | 'POST', url: string, payload?: object) =>
    house.app.inject({
      method,
      url: `/api/credit${url}`,
      headers: { ...(who === 'public' ? {} : { cookie: people[who].cookie }), 'idempotency-key': randomUUID() },
      ...(payload ? { payload } : {}),
    })
  const setting = () => settingOn(house.clock.now().today, house.services.keyring)
  const read = async (id: string, who: Who = 'head') => (await call(who, 'GET', `/files/${id}`)).json() as FileDetail
  const open = (who: Who, kind: string, licenceNo: string, input: Input) =>
    call(who, 'POST', '/files', { kind, licenceNo, input })
  const opened = async (who: Who, kind: string, licenceNo: string, input: Input): Promise<string> => {
    const reply = await open(who, kind, licenceNo, input)
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return (reply.json() as FileDetail).file.id
  }
  const step = async (who: Who, id: string, event: string, input: Input = {}) =>
    call(who, 'POST', `/files/${id}/steps`, { event, version: (await read(id)).version, input })
  /** The same step on a later day, past the door: a session would not last so long. */
  const stepOn = async (day: string, who: Who, id: string, event: string, input: Input = {}) => {
    const { file, version } = await read(id)
    const at = momentOf(Temporal.Instant.from(`${day}T02:00:00Z`))
    const { staffId } = people[who]
    const roles: readonly StaffRole[] = who === 'head' ? ['head'] : ['inspector']
    const by = { kind: 'staff', staffId, sessionId: 's', roles, areas: ['440785'] } as const
    const asked = { id: file.id, event, version, input, by, at }
    return all(tx => takeStep(tx, asked, settingOn(at.today, house.services.keyring)))
  }
  return { house, all, people, call, setting, read, open, opened, step, stepOn, close: () => house.close() }
}

export type CreditHouse = Awaited<ReturnType<typeof openCreditHouse>>
