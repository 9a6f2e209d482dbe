import { randomBytes } from 'node:crypto'
import { createLogger } from '#platform/log'
import type { Module } from '#platform/module'
import { openStaffedCounty, shopLines } from '../../registry/testing/staffed-county.ts'
import { settingOn } from '../actions/setting.ts'
import type { ClueDetail, InformantPanel } from '../contract.ts'
import { createIntelligence } from '../index.ts'
import type { ReporterLine, Told } from '../ports.ts'
import type { Heard } from './canary.ts'

export const nonce = () => randomBytes(16).toString('hex')

/** A county with a desk, analysts, inspectors, two heads, legal staff, a window and an audit administrator, all signed in. */
export async function openClueHouse(beside: readonly Module[] = []) {
  const lines: string[] = []
  /** What would lie on telephones now. */
  const calls: { readonly id: string; readonly phone: string; readonly text: string }[] = []
  const line = { answers: 'accepted' as Told['kind'] }
  const reporterLine: ReporterLine = {
    send: async message => {
      if (line.answers !== 'unavailable') calls.push(message)
      return { kind: line.answers }
    },
  }
  const module = createIntelligence({ reporterLine, tellEarlier: async () => undefined })
  const county = await openStaffedCounty({
    module,
    beside,
    at: '/api/intelligence',
    shops: shopLines(3),
    people: {
      desk: ['desk1', ['informantDesk']],
      analyst: ['analyst1', ['analyst']],
      first: ['inspector1', ['inspector']],
      second: ['inspector2', ['inspector']],
      head: ['head1', ['head']],
      deputy: ['head2', ['head']],
      legal: ['legal1', ['legal']],
      window: ['window1', ['window']],
      auditor: ['auditor1', ['auditAdmin']],
      courier: ['courier1', ['courier']],
      town: ['analyst2', ['analyst'], ['440785001']],
    },
  })
  const { house, people } = county
  /** Every reply anybody got. */
  const heard: Heard[] = []
  const call: typeof county.call = async (...asked) => {
    const reply = await county.call(...asked)
    const [who, method, path] = asked
    heard.push({ who, method, path, status: reply.statusCode, body: reply.rawPayload })
    return reply
  }
  // The errors of routes go where the test reads them.
  Object.assign(house.services, {
    log: createLogger({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } }),
  })
  type Who = keyof typeof people | 'public'
  const read = async (no: string, who: Who = 'head') => (await call(who, 'GET', `/clues/${no}`)).json() as ClueDetail
  const panel = async (no: string, who: Who = 'head') =>
    (await call(who, 'GET', `/clues/${no}/informant`)).json() as InformantPanel
  const take = async (change: object = {}) => {
    const body = { source: 'desk', matter: 'counterfeit', text: '有人卖假烟', confirmed: [], nonce: nonce(), ...change }
    const reply = await call('desk', 'POST', '/clues', body)
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return reply.json() as { no: string; receipt: string | null }
  }
  const step = async (who: Who, no: string, event: string, input: object = {}) =>
    call(who, 'POST', `/clues/${no}/steps`, { event, version: (await read(no)).version, input })
  /** Through the table by the people who take each step. */
  const walk = async (no: string, ...events: string[]) => {
    const by: Readonly<Record<string, Who>> = {
      ...{
        validate: 'desk',
        grade: 'analyst',
        assign: 'analyst',
        begin: 'first',
        convert: 'first',
        tell: 'desk',
        close: 'desk',
      },
    }
    for (const event of events) {
      const input = {
        ...{
          words: '模拟数据的说明',
          grade: 'B',
          staff: people.first.staffId,
          matter: 'counterfeit',
          agency: 'market',
          days: '3',
        },
      }
      const reply = await step(by[event] ?? 'head', no, event, input)
      if (reply.statusCode !== 200) throw new Error(`${event}: ${reply.body}`)
    }
  }
  const setting = () => settingOn(house.clock.now().today, house.services.keyring)
  return { ...county, call, heard, module, calls, line, reporterLine, lines, read, panel, take, step, walk, setting }
}

export type ClueHouse = Awaited<ReturnType<typeof openClueHouse>>
