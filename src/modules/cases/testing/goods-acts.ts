import { sql } from 'kysely'
import { jpegOf } from '../../licensing/testing/site-record.ts'
import type { GoodsDetail } from '../contract.ts'
import type { GoodsFate } from '../rules/goods/moves.ts'
import type { CaseHouse } from './case-house.ts'

type Who = Parameters<CaseHouse['call']>[0]
type Answer = GoodsDetail & { code?: string; title?: string }

export const picture = jpegOf(120).content

/** What tests do with goods: a case, a lot, its moves, each by two people. */
export function goodsActs(h: CaseHouse) {
  let cases = 0
  const send = async (who: Who, method: 'GET' | 'POST', url: string, body?: object) =>
    (await h.call(who, method, url, body)).json() as Answer
  const openCase = async (change: object = {}): Promise<string> => {
    cases += 1
    const body = {
      ...{ path: 'ordinary', about: '无准运证运输烟草专卖品', origin: 'scene', originRef: `现场-${cases}` },
      party: { kind: 'person', name: '模拟司机', idNo: '', address: '', phone: '', represented: '' },
      areaCode: '440785103',
      ...change,
    }
    return ((await h.call('first', 'POST', '', body)).json() as { no: string }).no
  }
  /** The second one says so at once, as he does on the spot; gives the first answer where there is nothing to confirm. */
  const confirmed = async (done: Promise<Answer>): Promise<Answer> => {
    const answer = await done
    const entry = answer.entries?.[0]
    if (!entry?.awaits) return answer
    const who = (Object.keys(h.people) as (keyof typeof h.people)[]).find(one => h.people[one].staffId === entry.awaits)
    return who === undefined
      ? answer
      : send(who, 'POST', `/goods/lots/${answer.lot.lotNo}/confirmations`, { entryId: entry.id })
  }
  const hold = (caseNo: string, change: object = {}) => confirmed(holdOnly(caseNo, change))
  const holdOnly = (caseNo: string, change: object = {}) =>
    send('first', 'POST', '/goods/lots', {
      ...{
        caseNo,
        custody: 'registered',
        kind: 'cigarette',
        brand: '双喜（软）',
        barcode: '6901028000001',
        amount: 2_000,
      },
      ...{ codes: [], seizedAt: '325国道沙湖路口', place: '一号库A架', heldOn: '2026-11-20', note: '' },
      ...{ second: h.people.second.staffId, photos: [picture] },
      ...change,
    })
  const move = (lotNo: string, kind: string, amount: number, change: object = {}) =>
    confirmed(moveOnly(lotNo, kind, amount, change))
  const moveOnly = (lotNo: string, kind: string, amount: number, change: object = {}) =>
    send('first', 'POST', `/goods/lots/${lotNo}/moves`, {
      ...{ kind, amount, target: '一号库B架', second: h.people.second.staffId, photos: [picture], note: '' },
      ...change,
    })
  const decide = (lotNo: string, decision: string) =>
    send('head', 'POST', `/goods/lots/${lotNo}/decision`, { decision, note: '' })
  const count = (lotNo: string, counted: number) =>
    confirmed(
      send('first', 'POST', `/goods/lots/${lotNo}/counts`, { counted, second: h.people.second.staffId, note: '' }),
    )
  /** 处罚决定 made and served, without the way to it: what the ledger asks of the case. */
  const sentence = (caseNo: string, goods: Exclude<GoodsFate, 'open'>) =>
    h.all(async tx => {
      const said = JSON.stringify({ result: 'penalty', goods })
      await sql`update cases.case set decided_on = '2026-11-22' where no = ${caseNo}`.execute(tx)
      await sql`insert into cases.step (case_no, n, event, from_state, to_state, by, on_day, at, input)
        select ${caseNo}, (select max(n) from cases.step where case_no = ${caseNo}) + s.n, s.event, s.event, s.event, 'staff:x', '2026-11-22', now(), s.input::jsonb
        from (values (1, 'propose', ${said}), (2, 'serve', '{}')) s(n, event, input)`.execute(tx)
    })
  return { send, openCase, sentence, hold, holdOnly, move, decide, count }
}
