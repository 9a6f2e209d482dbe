import type { StaffRole } from '#kernel/actor'
import { momentOf } from '#kernel/dates'
import { openStaffedCounty, shopLines } from '../../registry/testing/staffed-county.ts'
import { settingOn } from '../actions/setting.ts'
import { takeStep } from '../actions/take-step.ts'
import type { FileDetail } from '../contract.ts'
import { createCredit } from '../index.ts'
import type { Input } from '../rules/file.ts'

export const shops = shopLines(9)

/** A county of nine shops, with inspectors, legal staff, two heads, a window and a colleague of one town, all signed in. */
export async function openCreditHouse() {
  const county = await openStaffedCounty({
    module: createCredit(),
    at: '/api/credit',
    shops,
    people: {
      first: ['inspector1', ['inspector']],
      second: ['inspector2', ['inspector']],
      legal: ['legal1', ['legal']],
      head: ['head1', ['head']],
      deputy: ['head2', ['head']],
      window: ['window1', ['window']],
      town: ['inspector3', ['inspector'], ['440785001']],
      courier: ['courier1', ['courier']],
    },
  })
  const { house, all, people, call } = county
  type Who = keyof typeof people
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
  return { ...county, setting, read, open, opened, step, stepOn }
}

export type CreditHouse = Awaited<ReturnType<typeof openCreditHouse>>
