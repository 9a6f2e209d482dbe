import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { act } from '#platform/act'
import { makeSm2KeyPair } from '#platform/crypto'
import { bringInTerminal, hireAndSignIn } from '../../access/testing/people.ts'
import { deliver } from '../../partners/actions/notify.ts'
import { createPartners, type Notice, notifySystems, openPackage } from '../../partners/index.ts'
import { bringInAgency } from '../../partners/testing/bring-in.ts'
import { notePartner } from '../actions/clue/note-partner.ts'
import { callReporter } from '../actions/informant/call-reporter.ts'
import type { GraphHit, GraphMerge, InformantPanel, OpeningAlarms } from '../contract.ts'
import { learnClue } from '../graph/feed.ts'
import { proposeMerges } from '../graph/merges.ts'
import { tellHandlers } from '../graph/notices.ts'
import { clueSheetOf } from '../papers/clue-sheet.ts'
import { renderSlip } from '../papers/slip.ts'
import { openIdentity } from '../store/informant.ts'
import { dump, type Heard, wordsOf } from '../testing/canary.ts'
import { type ClueHouse, nonce, openClueHouse } from '../testing/clue-house.ts'

let h: ClueHouse
/** What reached the system of an agency. */
const notices: string[] = []
const notify = async (notice: Notice) => {
  notices.push(JSON.stringify(notice))
  return { kind: 'accepted' } as const
}
beforeAll(async () => {
  h = await openClueHouse([createPartners({ notify })])
})
afterAll(() => h.close())
beforeEach(() => h.house.clock.advance({ seconds: 1 }))

/** 金丝雀: a name, a telephone and a citizen number that stand nowhere else. */
const canary = { name: '陈金丝雀', phone: '13907654321', idNo: '440785199001011237' }
const canaries = [canary.name, canary.phone, canary.idNo]
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x0a]),
  Buffer.from('EXIFGPS!'),
  Buffer.from([0xff, 0xda, 0x00, 0x02, 0x11, 0x22, 0xff, 0xd9]),
])
const receipts: string[] = []
let canaryClue = ''

const report = async (change: object = {}, key = randomUUID()) => {
  const body = { channel: 'portal', matter: 'smuggled', photos: [], nonce: nonce(), ...change }
  const given = { text: '牛江镇有人夜里卸走私烟', ...body }
  const reply = await h.call('public', 'POST', '/reports', given, key)
  return { reply, given, receipt: (reply.json() as { receipt: string }).receipt }
}
const follow = (receipt: string) => h.call('public', 'POST', '/reports/follow', { receipt })
const newest = async () => {
  const { rows } = await h.all(tx =>
    sql<{ no: string }>`select no from intelligence.clue order by no desc limit 1`.execute(tx),
  )
  return rows[0]?.no ?? ''
}

/** As the owner of the database: what the server itself may not read. */
async function asOwner<Row extends pg.QueryResultRow>(text: string): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: h.house.test.superUrl })
  await client.connect()
  try {
    return await client.query<Row>(text)
  } finally {
    await client.end()
  }
}

it('an anonymous report has a receipt; the same request again gives the same one and no second clue', async () => {
  const key = randomUUID()
  const { reply, given, receipt } = await report({ photos: [jpeg.toString('base64')] }, key)
  expect(reply.statusCode).toBe(200)
  expect(receipt).toMatch(/^\d{16}$/)
  receipts.push(receipt)
  const no = await newest()
  const again = await h.call('public', 'POST', '/reports', given, key)
  expect(again.json()).toEqual({ receipt })
  expect(await newest()).toBe(no)
  const detail = await h.read(no)
  expect(detail).toMatchObject({ clue: { source: 'portal', state: 'new' }, receivedAt: '2026-11-23T02:00:00.000Z' })
  expect(detail.events[0]?.by).toBe('举报人')
  const photo = (await h.call('head', 'GET', `/clues/${no}/photos/${detail.photos[0]?.id}`)).json()
  expect(Buffer.from(photo.content, 'base64').includes('GPS')).toBe(false)
  expect(await h.panel(no, 'desk')).toMatchObject({ named: false, mayAsk: true, openings: [] })
  const asked = await h.call('desk', 'POST', `/clues/${no}/openings`, { reason: '需要举报人到场指认' })
  expect(asked.json()).toMatchObject({ code: 'informantAnonymous' })
  expect((await report({ photos: ['AAAA'] })).reply.body).toContain('cluePhotoUnreadable')
})

it('a report at a terminal keeps its town and no machine; the slip is for a terminal only and holds the number alone', async () => {
  const towns = (await h.call('public', 'GET', '/reports/towns')).json().items as { code: string; name: string }[]
  expect(towns).toContainEqual({ code: '440785103', name: '沙湖镇' })
  const { receipt } = await report({ channel: 'kiosk', areaCode: '440785103', text: '终端举报。事项：走私烟。' })
  receipts.push(receipt)
  const detail = await h.read(await newest())
  expect(detail).toMatchObject({ clue: { source: 'kiosk', town: '沙湖镇' }, receivedAt: '2026-11-23T02:00:00.000Z' })
  expect((await h.call('public', 'POST', '/reports/slip', { receipt })).statusCode).toBe(401)
  expect((await h.call('desk', 'POST', '/reports/slip', { receipt })).statusCode).toBe(403)
  const slip = renderSlip({ receipt, publicUrl: 'https://yzt.example', mode: 'demo' })
  expect(Buffer.from(slip).subarray(0, 5).toString()).toBe('%PDF-')
})

it('whoever holds the receipt reads the feedback and writes on; a wrong number is told by its check digit', async () => {
  const { receipt } = await report()
  receipts.push(receipt)
  const no = await newest()
  expect((await follow(receipt)).json()).toMatchObject({
    state: 'checking',
    receivedOn: '2026-11-23',
    dueOn: '2026-11-30',
  })
  const words = { receipt, text: '他们改到周五晚上', nonce: nonce() }
  expect((await h.call('public', 'POST', '/reports/words', words)).json()).toEqual({ taken: true })
  expect((await h.panel(no, 'desk')).messages).toMatchObject([{ fromReporter: true, text: '他们改到周五晚上' }])
  expect((await h.panel(no, 'first')).messages).toEqual([])
  await h.walk(no, 'validate', 'grade', 'assign', 'begin', 'convert', 'tell')
  const answer = (await follow(`${receipt.slice(0, 4)} ${receipt.slice(4)}`)).json()
  expect(answer).toMatchObject({
    state: 'done',
    words: { zh: '转立案' },
    messages: [{}, { fromReporter: false, text: '模拟数据的说明' }],
  })
  const wrong = (Number(receipt.charAt(0)) + 1) % 10
  expect((await follow(`${wrong}${receipt.slice(1)}`)).statusCode).toBe(422)
  expect((await follow('1234')).body).toContain('reportReceiptWrong')
  // A well-formed number nobody holds and its twin give the same words.
  expect((await follow('0000000000000000')).statusCode).toBe(404)
})

it('calls whoever left a number for it by words that say nothing, once, through every fault, and forgets the number in the end', async () => {
  const call = async () => {
    const { rows } = await asOwner<{ id: string; state: string }>(
      'select id, state from informant.call order by at_hour, id',
    )
    for (const { id } of rows.filter(({ state }) => state === 'queued'))
      await callReporter(h.house.services.database, id, { line: h.reporterLine, keyring: h.house.services.keyring })
    return rows.length
  }
  await report({ reporter: { ...canary, phone: '139 0765 4321' } })
  const quiet = await newest()
  await h.walk(quiet, 'validate', 'grade', 'assign', 'begin', 'convert', 'tell')
  expect(await call()).toBe(0)
  receipts.push((await report({ reporter: canary, smsWanted: true })).receipt)
  const no = await newest()
  await h.walk(no, 'validate', 'grade', 'assign', 'begin', 'convert', 'tell')
  h.line.answers = 'unavailable'
  await expect(call()).rejects.toThrow('does not answer')
  h.line.answers = 'accepted'
  await Promise.all([call(), call()])
  expect(await call()).toBe(1)
  expect(h.calls.map(({ phone }) => phone)).toEqual([canary.phone])
  expect(h.calls[0]?.text).not.toMatch(/举报|线索|XS-|XR-/u)
  // Nothing of the server's own may read the number, and after the end nobody can.
  const direct = h.house.services.database.pool.query('select * from informant.contact')
  await expect(direct).rejects.toThrow('permission denied')
  await h.walk(no, 'close')
  expect((await asOwner('select 1 from informant.contact')).rows).toEqual([])
})

it('opens an identity only by two people of two offices, for a day, with an alarm no agreeing head may put away', async () => {
  const text = `我是${canary.name}，电话139 0765 4321，看到有人卖走私烟，找13800138000`
  const { reply, receipt } = await report({ text, reporter: canary })
  expect(reply.statusCode).toBe(200)
  receipts.push(receipt)
  const no = await newest()
  canaryClue = no
  const detail = await h.read(no)
  expect(detail.text).toContain('〔举报人〕')
  expect(detail.facts.map(({ value }) => value)).toEqual(['13800138000'])
  const opening = async () => (await h.panel(no, 'desk')).openings[0]
  expect((await h.call('first', 'POST', `/clues/${no}/openings`, { reason: '想知道是谁举报' })).statusCode).toBe(403)
  expect((await h.call('desk', 'POST', `/clues/${no}/openings`, { reason: '想' })).body).toContain(
    'informantReasonMissing',
  )
  await h.call('desk', 'POST', `/clues/${no}/openings`, { reason: '需要举报人到场指认仓库位置' })
  const twice = await h.call('desk', 'POST', `/clues/${no}/openings`, { reason: '再申请一次' })
  expect(twice.json()).toMatchObject({ code: 'informantOpeningRunning' })
  const id = (await opening())?.id ?? ''
  expect((await h.call('auditor', 'GET', '/openings/alarms')).json().asked).toMatchObject([
    { id, askedBy: '模拟desk1' },
  ])
  const look = (who: 'desk' | 'head' | 'analyst' = 'desk') => h.call(who, 'POST', `/openings/${id}/look`, {})
  expect((await look()).body).toContain('informantNotOpen')
  expect((await h.call('desk', 'POST', `/openings/${id}/answer`, { agree: true })).statusCode).toBe(403)
  const agreed = await h.call('head', 'POST', `/openings/${id}/answer`, { agree: true })
  expect((agreed.json() as InformantPanel).openings[0]).toMatchObject({
    state: 'open',
    askedBy: '模拟desk1',
    agreedBy: '模拟head1',
  })
  expect((await look('head')).statusCode).toBe(403)
  expect((await look()).json()).toEqual(canary)
  expect((await h.call('head', 'POST', `/openings/${id}/seen`, {})).body).toContain('informantSecondPerson')
  expect((await h.call('deputy', 'GET', '/openings/alarms')).json().items).toMatchObject([{ id, clueNo: no }])
  expect((await h.call('deputy', 'POST', `/openings/${id}/seen`, {})).json()).toMatchObject({ items: [], asked: [] })
  expect((await opening())?.looks).toBe(1)
  const { rows } = await h.all(tx =>
    sql<{ action: string }>`select action from platform.audit_entry where subject = ${id}`.execute(tx),
  )
  const noted = ['intelligence.agreeOpening', 'intelligence.lookAtIdentity']
  expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(noted))
})

it('lets nobody in with one key: the database itself asks for two people and an hour that has not passed', async () => {
  const no = await newest()
  const { id = '' } = (await h.panel(no, 'desk')).openings[0] ?? {}
  const asker = `staff:${h.people.desk.staffId}`
  const open = async (by: string, at: string) => {
    const caller = { actor: { kind: 'system', job: 'test' }, requestId: randomUUID() } as const
    const found = await act(h.house.services.database, caller, { action: 'test.open' }, async tx => ({
      ok: true,
      value: (await openIdentity(tx, { openingId: id, by, at })) !== undefined,
    }))
    return found.ok && found.value
  }
  expect(await open(asker, '2026-11-23T03:00:00Z')).toBe(true)
  expect(await open(asker, '2026-11-24T05:00:00Z')).toBe(false)
  expect(await open(asker, '2026-11-22T05:00:00Z')).toBe(false)
  expect(await open(`staff:${h.people.head.staffId}`, '2026-11-23T03:00:00Z')).toBe(false)
  const direct = h.house.services.database.pool.query('select * from informant.identity')
  await expect(direct).rejects.toThrow('permission denied')
  const alone = h.house.services.database.pool.query(
    `insert into informant.opening (id, clue_no, code, reason, asked_by, asked_role, asked_at, agreed_by, agreed_role, agreed_at, expires_at)
     values ($1, $2, 'XR-AAAAAA', '模拟理由理由', 'staff:a', 'informantDesk', now(), 'staff:b', 'head', now(), now() + interval '1 hour')`,
    [randomUUID(), no],
  )
  await expect(alone).rejects.toThrow()
})

it('pays a reward by the table after two approvals, to whoever holds the receipt, without a name', async () => {
  const { receipt } = await report({ text: '仓库里有二十五件假烟' })
  receipts.push(receipt)
  const no = await newest()
  const goods = [{ kind: 'finished', amount: 250_000 }]
  const asked = { caseNo: '恩烟立〔2026〕第2号', goods, fineFen: null }
  expect((await h.call('desk', 'POST', `/clues/${no}/rewards`, asked)).body).toContain('rewardNotDue')
  await h.walk(no, 'validate', 'grade', 'assign', 'begin', 'convert')
  const proposed = (await h.call('desk', 'POST', `/clues/${no}/rewards`, asked)).json() as InformantPanel
  expect((await h.call('first', 'POST', `/clues/${no}/rewards`, asked)).json()).toMatchObject({ code: 'rewardAlready' })
  expect(proposed.reward).toMatchObject({ state: 'proposed', amountFen: 1_500_000 })
  const id = proposed.reward?.id ?? ''
  const answer = (who: 'head' | 'deputy' | 'legal') => h.call(who, 'POST', `/rewards/${id}/answer`, { agree: true })
  const payout = () => h.call('public', 'POST', '/reports/payout', { receipt })
  await answer('head')
  expect((await answer('head')).body).toContain('rewardSamePerson')
  expect((await payout()).body).toContain('rewardNotReady')
  await answer('legal')
  expect((await follow(receipt)).json().reward).toMatchObject({ state: 'approved', amountFen: 1_500_000 })
  const { code } = (await payout()).json() as { code: string }
  expect((await payout()).json()).toEqual({ code })
  // At the counter: the code alone opens it, who had a hand in it does not pay, and it is paid once.
  const counter = (who: 'window' | 'desk' | 'first', path: string, given = code) =>
    h.call(who, 'POST', `/payouts${path}`, { code: given })
  expect((await counter('first', '')).statusCode).toBe(403)
  expect((await counter('window', '', '1234')).json()).toMatchObject({ code: 'rewardCodeWrong' })
  expect((await counter('window', '', receipt)).json()).toMatchObject({ code: 'rewardCodeUnknown' })
  expect((await counter('window', '/look')).json()).toMatchObject({
    ...{ state: 'approved', amountFen: 1_500_000, hadAHand: false },
  })
  expect((await counter('desk', '/look')).json()).toMatchObject({ hadAHand: true })
  expect((await counter('desk', '')).json()).toMatchObject({ code: 'rewardSamePerson' })
  const paid = (await counter('window', '')).json()
  expect(paid).toMatchObject({ state: 'paid', voucher: 'JL-2026-000001', paidOn: '2026-11-23' })
  expect(JSON.stringify(paid)).not.toMatch(/XS-|XR-|恩烟立/u)
  expect((await counter('desk', '')).json()).toMatchObject({ code: 'rewardNotReady' })
  const paper = await h.call('window', 'GET', `/payouts/${paid.voucher}/paper`)
  expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(await h.panel(no)).toMatchObject({ reward: { state: 'paid', voucher: paid.voucher } })
  receipts.push(code)
})

it('the paper of a clue has its code name and hours, and nothing of who reported', async () => {
  const { reply } = await report({ text: `我是${canary.name}，看到卖假烟`, reporter: canary })
  expect(reply.statusCode).toBe(200)
  const no = await newest()
  h.house.clock.advance({ minutes: 7 })
  await h.walk(no, 'validate')
  const sheet = clueSheetOf(await h.read(no))
  expect(Object.fromEntries(sheet.rows)).toMatchObject({
    ...{ 收到: '2026年11月23日 10时', 举报人: expect.stringMatching(/^代号 XR-/) },
  })
  expect(sheet.steps.map(({ at, event }) => `${at} ${event}`)).toEqual([
    '2026年11月23日 10时 受理',
    '2026年11月23日 10时 甄别通过',
  ])
  for (const secret of canaries) expect(JSON.stringify(sheet)).not.toContain(secret)
  const paper = await h.call('first', 'GET', `/clues/${no}/paper`)
  expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await h.call('courier', 'GET', `/clues/${no}/paper`)).statusCode).toBe(403)
})

/** Somebody who knows him writes of him, wherever officers write: told by name, nothing kept, and the heads see it. */
it('who reported is named in no free text: officers are refused, an agency’s words are read without him', async () => {
  const named = await h.take({
    text: `${canary.name}打来电话，看到粤JA12345夜里卸烟`,
    reporter: canary,
    confirmed: [
      { kind: 'phone', value: canary.phone },
      { kind: 'plate', value: '粤JA12345' },
    ],
  })
  receipts.push(named.receipt ?? '')
  const { no } = named
  // The desk ticked his own number: it is no fact of the matter.
  expect((await h.read(no)).facts.map(({ value }) => value)).toEqual(['粤JA12345'])
  const words = `陈 金丝雀（１３９-０７６５-４３２１）说的`
  const refused = async (reply: ReturnType<ClueHouse['call']>) =>
    expect((await reply).json()).toMatchObject({ code: 'reporterNamed' })
  await refused(h.step('desk', no, 'validate', { matter: 'counterfeit', words }))
  await refused(h.call('desk', 'POST', `/clues/${no}/facts`, { kind: 'person', value: canary.name }))
  await refused(h.call('desk', 'POST', `/clues/${no}/openings`, { reason: `要找${canary.name}核实` }))
  expect(
    (await h.step('desk', no, 'validate', { matter: 'counterfeit', words: '另一位陈金来反映，内容具体' })).statusCode,
  ).toBe(200)
  await graphRound(no, refused)
  const item = await partnerRound(no, refused)
  const { keyring } = h.house.services
  await h.all(tx =>
    notePartner(
      tx,
      { clueNo: no, itemNo: item, words: `已询问${canary.name}`, by: 'system:partners' },
      h.house.clock.now(),
      keyring,
    ),
  )
  expect((await h.read(no)).events.at(-1)?.note).toBe(`${item}：已询问〔举报人〕`)
  await meetingRound(no, refused)
  await h.walk(no, 'grade', 'assign', 'begin', 'convert')
  await refused(
    h.call('first', 'POST', `/clues/${no}/rewards`, {
      ...{ caseNo: `${canary.name}案`, goods: [{ kind: 'finished', amount: 10 }], fineFen: null },
    }),
  )
  // The holder of the receipt may say who he is; the desk reads it without.
  const own = { receipt: named.receipt ?? '', text: `我是${canary.name}，又来了`, nonce: nonce() }
  expect((await h.call('public', 'POST', '/reports/words', own)).statusCode).toBe(200)
  expect((await h.panel(no, 'desk')).messages.at(-1)?.text).toBe('我是〔举报人〕，又来了')
  const alarms = (await h.call('head', 'GET', '/openings/alarms')).json() as OpeningAlarms
  expect(alarms.named.filter(({ subject }) => subject === no).map(({ by }) => by)).toContain('模拟desk1')
  expect((await h.call('auditor', 'GET', '/openings/alarms')).json().named).toEqual([])
})

type Refused = (reply: ReturnType<ClueHouse['call']>) => Promise<void>

/** The graph, its hits and chains, by the analyst: every door of theirs once. */
async function graphRound(no: string, refused: Refused): Promise<void> {
  const other = (await h.take({ confirmed: [{ kind: 'plate', value: '粤JA12345' }] })).no
  const with_ = { keyring: h.house.services.keyring, at: h.house.clock.now() }
  for (const clueNo of [no, other])
    for (const { id: factId } of (await h.read(clueNo)).facts)
      await h.all(tx => learnClue(tx, { clueNo, factId }, with_))
  const post = async <T>(path: string, body: object) => (await h.call('analyst', 'POST', path, body)).json() as T
  const opened = { purpose: 'analyse', matterNo: no, note: '同一辆车' }
  await refused(h.call('analyst', 'POST', '/graph/accesses', { ...opened, note: `核对${canary.phone}` }))
  const { id: access, matter } = await post<{ id: string; matter: { id: number } }>('/graph/accesses', opened)
  await h.call('analyst', 'GET', `/graph/search?access=${access}&text=${canary.phone}`)
  const { nodes } = (
    await h.call('analyst', 'GET', `/graph/expansion?access=${access}&node=${matter.id}&depth=2`)
  ).json() as { nodes: { id: number; kind: string }[] }
  expect(nodes.map(({ kind }) => kind).toSorted()).toEqual(['clue', 'clue', 'plate'])
  const [plate] = nodes.filter(({ kind }) => kind === 'plate')
  expect(await post('/graph/reveals', { access, node: plate?.id })).toEqual({ text: '粤JA12345' })
  const content = { nodes: nodes.map(({ id }, n) => ({ id, x: n, y: n })), since: '', until: '', kinds: [] }
  await refused(h.call('analyst', 'POST', '/graph/views', { access, title: canary.name, content }))
  await refused(h.call('analyst', 'POST', '/graph/charts', { access, title: canary.name, content }))
  await post('/graph/views', { access, title: '两条线索', content })
  await h.call('analyst', 'POST', '/graph/charts', { access, title: '两条线索', content })
  const { items: hits } = (await h.call('analyst', 'GET', '/graph/hits')).json() as { items: GraphHit[] }
  const decide = (reason: string) =>
    h.call('analyst', 'POST', `/graph/hits/${hits[0]?.id}/decision`, { verdict: 'confirmed', reason })
  await h.all(tx => tellHandlers(tx, hits[0]?.id ?? 0, with_.at))
  await h.call('analyst', 'POST', `/graph/hits/${hits[0]?.id}/seen`, {})
  await refused(decide(`${canary.name}也说过这辆车`))
  expect((await decide('同一车牌。')).statusCode).toBe(200)
  const chain = await post<{ id: string }>('/chains', { access, title: '夜里卸烟的车' })
  const edges = await h.all(async tx => {
    const { rows } = await sql<{ id: number }>`select id from intelligence.graph_edge where source_ref = ${no}`.execute(
      tx,
    )
    return rows.map(({ id }) => id)
  })
  const add = (kind: string, text: string, rest: object) =>
    h.call('analyst', 'POST', `/chains/${chain.id}/items`, { access, kind, text, edges: [], items: [], ...rest })
  await refused(add('fragment', `${canary.name}看见了车`, { edges }))
  const { id: known } = (await add('fragment', '两条线索说的是同一辆车', { edges })).json()
  const { id: gap } = (await add('gap', '车主是谁还不清楚', { items: [known] })).json()
  const task = { access, item: gap, asker: '稽查', asked: '交警', what: '查车主', dueOn: '2026-12-01' }
  await refused(h.call('analyst', 'POST', `/chains/${chain.id}/tasks`, { ...task, asked: canary.name }))
  const { id: given } = await post<{ id: number }>(`/chains/${chain.id}/tasks`, task)
  await post(`/chains/${chain.id}/tasks/answer`, { access, task: given, answer: '已回复' })
  await post(`/chains/${chain.id}/items/state`, { access, item: gap, state: 'filled', reason: '交警已回复' })
  await h.call('analyst', 'POST', `/chains/${chain.id}/report`, { access })
}

/** What leaves by the partners' door: portal, signed package, notice to a system. */
async function partnerRound(no: string, refused: Refused): Promise<string> {
  const { keyring, database } = h.house.services
  const keys = makeSm2KeyPair()
  const by = `staff:${h.people.head.staffId}`
  const agency = await bringInAgency(h.house, { kind: 'market', name: '模拟市监所', by, publicKey: keys.publicKey })
  await asOwner(`insert into access.agency_key (id, agency_id, areas, name, public_key, webhook_url, state, proposed_by, proposed_at,
    confirmed_by, confirmed_at) select gen_random_uuid(), '${agency.id}', '{440785}', '模拟系统', '${keys.publicKey}', 'https://partner.test',
    'active', '${h.people.desk.staffId}', now(), '${h.people.head.staffId}', now()`)
  const now = h.house.clock.now().instant
  const proposed = await h.call('analyst', 'POST', '/api/partners/agreements', {
    ...{
      agencyId: agency.id,
      contactId: agency.contactId,
      purpose: '涉烟线索核查',
      items: ['clue'],
      fields: ['words', 'plate'],
    },
    ...{ monthlyQuota: 9, dailyReads: 50, secondHand: false, from: `${now}`, until: `${now.add({ hours: 99 })}` },
  })
  expect(proposed.statusCode, proposed.body).toBe(200)
  const agreementNo = proposed.json().no
  await h.call('head', 'POST', `/api/partners/agreements/${agreementNo}/decision`, { word: 'agreed' })
  const given = (words: string) => ({
    ...{
      kind: 'clue',
      contactId: agency.contactId,
      agreementNo,
      aboutNo: no,
      fields: ['words', 'plate'],
      typed: { words },
    },
  })
  await refused(h.call('analyst', 'POST', '/api/partners/items', given(`${canary.name}反映`)))
  await refused(h.call('analyst', 'POST', '/api/partners/items/preview', given(`请找${canary.idNo}`)))
  const item = (await h.call('analyst', 'POST', '/api/partners/items', given('请核查这辆车'))).json().no as string
  const at = `/api/partner/v1/items/${item}`
  const theirs = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const headers = { cookie: agency.cookie, 'idempotency-key': randomUUID() }
    const reply = await h.house.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    h.heard.push({ who: 'agency', method, path: url, status: reply.statusCode, body: reply.rawPayload })
    return reply
  }
  await h.call('analyst', 'POST', `/api/partners/items/${item}/packages`)
  expect((await theirs('GET', at)).json().values).toEqual({ words: '请核查这辆车', plate: '粤JA12345' })
  const { text, senderKey } = (await theirs('GET', `${at}/package`)).json()
  const inside = openPackage(text, { senderKey, privateKey: keys.privateKey })
  expect(inside.ok && inside.value.map(({ name }) => name)).toEqual(['情况通报.pdf', '内容.json'])
  for (const { name, bytes } of inside.ok ? inside.value : [])
    h.heard.push({ who: 'agency', method: 'PACKAGE', path: name, status: 200, body: Buffer.from(bytes) })
  await h.all(tx => notifySystems(tx, { agencyId: agency.id, itemNo: item, event: 'given' }, h.house.clock.now()))
  const { rows } = await asOwner<{ id: string }>('select id from partners.delivery')
  for (const { id } of rows) await deliver(database, id, { notify, keyring, at: h.house.clock.now() })
  for (const path of ['/api/partner/v1/items', `/api/partner/v1/log?day=2026-11-23`, '/api/partner/v1/tips'])
    await theirs('GET', path)
  // The agency knows him by other ways. It reads its own words as it wrote them: a mark there would tell it who reported.
  const asked = await theirs('POST', `${at}/steps`, { event: 'ask', version: 1, words: `是${canary.name}吗` })
  expect(asked.json()).toMatchObject({ state: 'asked' })
  const ours = await h.call('analyst', 'GET', `/api/partners/items/${item}`)
  expect(ours.json().events.at(-1)).toMatchObject({ side: 'theirs', words: '是〔举报人〕吗' })
  await refused(
    h.call('analyst', 'POST', `/api/partners/items/${item}/steps`, {
      ...{ event: 'explain', version: 2, words: `是，电话${canary.phone}` },
    }),
  )
  const itself = await h.house.app.inject({ method: 'GET', url: at, headers: { cookie: agency.cookie } })
  h.heard.push({ who: 'agency itself', method: 'GET', path: at, status: itself.statusCode, body: itself.rawPayload })
  expect(itself.body.split(canary.name)).toHaveLength(2)
  return item
}

/** What stands on an agenda, in minutes, in a task or on the board of an action is read by agencies. */
async function meetingRound(no: string, refused: Refused): Promise<void> {
  const post = (url: string, body: object) => h.call('head', 'POST', `/api/partners${url}`, body)
  const startsAt = h.house.clock.now().instant.add({ hours: 2 }).toString()
  const line = { kind: 'clue', ref: no, words: '夜里卸烟的车', why: '' }
  const meeting = {
    kind: 'analysis',
    title: '线索分析',
    place: '局二楼',
    startsAt,
    agencies: [],
    lines: [line],
    call: false,
  }
  await refused(
    post('/meetings', { ...meeting, lines: [line, { ...line, kind: 'other', ref: '', words: `请${canary.name}` }] }),
  )
  const made = await post('/meetings', meeting)
  expect(made.statusCode, made.body).toBe(200)
  const { id, version } = made.json() as { id: string; version: number }
  await refused(post(`/meetings/${id}/steps`, { event: 'cancel', version, note: `${canary.phone}已来电` }))
  const { agencies } = (await h.call('head', 'GET', '/api/partners/agenda?kind=analysis')).json() as {
    agencies: { agencyId: string }[]
  }
  const task = {
    agencyId: agencies[0]?.agencyId,
    contactId: null,
    areaCode: null,
    aboutRef: no,
    words: '核实车主',
    dueOn: '2026-12-01',
  }
  await refused(post('/tasks', { ...task, words: `找${canary.name}核实` }))
  const given = await post('/tasks', task)
  expect(given.statusCode, given.body).toBe(200)
}

/** 疑似同一人: said to be one, and taken back. */
async function mergeRound(): Promise<void> {
  const with_ = { keyring: h.house.services.keyring, at: h.house.clock.now() }
  const ids: number[] = []
  for (const value of ['李某甲', '李某钾']) {
    const { no } = await h.take({ confirmed: [{ kind: 'person', value }] })
    const [fact] = (await h.read(no)).facts
    await h.all(tx => learnClue(tx, { clueNo: no, factId: fact?.id ?? '' }, with_))
    const { rows } = await h.all(tx =>
      sql<{ id: number }>`select b as id from intelligence.graph_edge where source_ref = ${no}`.execute(tx),
    )
    ids.push(rows[0]?.id ?? 0)
  }
  const [a = 0, b = 0] = ids
  await h.all(tx => proposeMerges(tx, [{ a, b, score: 0.9, because: ['姓名相近'] }], with_.at))
  const { items } = (await h.call('analyst', 'GET', '/graph/merges')).json() as { items: GraphMerge[] }
  await h.call('analyst', 'POST', `/graph/merges/${items[0]?.id}/decision`, { verdict: 'merged', reason: '同一人。' })
}

/** The printed slip, as a terminal asks for it: the number, and nothing of whoever holds it. */
async function slipAtTerminal(): Promise<void> {
  const hired = async (account: string, role: 'systemAdmin' | 'securityAdmin') =>
    (await hireAndSignIn(h.house, account, [role])).cookie
  const people = { first: await hired('system1', 'systemAdmin'), second: await hired('security1', 'securityAdmin') }
  const terminal = await bringInTerminal(h.house, people)
  const { receipt } = await report({ channel: 'kiosk', reporter: canary })
  receipts.push(receipt)
  const slip = await terminal.send({ method: 'POST', path: '/api/intelligence/reports/slip', body: { receipt } })
  const words = wordsOf(slip.rawPayload)
  expect(words).toContain(receipt)
  expect(canaries.filter(secret => words.includes(secret))).toEqual([])
  const path = '/api/intelligence/reports/slip'
  h.heard.push({ who: 'terminal', method: 'POST', path, status: slip.statusCode, body: slip.rawPayload })
}

it('a canary that took every path is found nowhere: no reply to any role, machine or partner, no print, no log, no row of the database, no job, no file name', async () => {
  // By a signed-in colleague too, with a refusal on the way.
  await h.call('analyst', 'POST', '/reports', { ...(await report({ reporter: canary })).given, nonce: nonce() })
  await h.call('public', 'POST', '/reports', { channel: 'portal', text: canary.name, reporter: canary })
  await h.call('public', 'POST', '/reports', {
    channel: 'portal',
    matter: 'other',
    text: ' ',
    photos: [],
    nonce: nonce(),
    reporter: canary,
  })
  const facts = [{ kind: 'phone', value: '13800138000' }]
  await h.call('desk', 'POST', '/clues/compare', { text: '有人卖走私烟', facts })
  const [offered] = (await h.read(canaryClue)).facts.filter(({ state }) => state === 'offered')
  await h.call('desk', 'POST', `/clues/${canaryClue}/facts/${offered?.id}`, { word: 'rejected' })
  await h.call('desk', 'POST', `/clues/${canaryClue}/facts`, { kind: 'place', value: '沙湖市场后门' })
  await mergeRound()
  await slipAtTerminal()
  // The list shows all of them; of single clues the three newest and the one that was opened are enough.
  const listed = (await h.call('head', 'GET', '/clues')).json().items as { no: string }[]
  const newestThree = listed.toSorted((a, b) => (a.no < b.no ? 1 : -1)).slice(0, 3)
  const looked = [...newestThree.map(({ no }) => no), canaryClue]
  const gets = h.module.routes.filter(({ route: { method, url } }) => method === 'GET' && !/stream$/.test(url))
  // A stream never ends; what it says is two numbers (graph/notices.ts).
  for (const who of Object.keys(h.people) as (keyof typeof h.people)[])
    for (const { route } of gets)
      for (const no of !route.url.includes(':no') ? [''] : route.reply === 'pdf' ? [canaryClue] : looked) {
        const path = route.url
          .replace('/api/intelligence', '')
          .replace(':no', no)
          .replace(':photoId', randomUUID())
          .replace(':voucher', 'JL-2026-000001')
        const query = path.includes('figures') ? '?from=2026-01-01&to=2026-12-31' : ''
        await h.call(who, 'GET', path + query)
      }
  for (const path of ['/api/openapi.json', '/metrics']) await h.call('public', 'GET', path)
  const posts = h.module.routes.filter(({ route }) => route.method === 'POST')
  const answered = (url: string) =>
    h.heard.some(
      ({ method, path, status }) =>
        method === 'POST' &&
        status < 300 &&
        new RegExp(`^${url.replaceAll(/:\w+/gu, '[^/]+')}$`).test(
          path.startsWith('/api/') ? path : `/api/intelligence${path}`,
        ),
    )
  expect(posts.map(({ route: { url } }) => url).filter(url => !answered(url))).toEqual([])
  // Whom two people let in reads him, whoever reports gets his number, an agency reads its own words: looked at where they are asked for.
  const due = ({ who, method, path }: Heard) =>
    who === 'agency itself' ||
    (method === 'POST' && /\/openings\/.*\/look$|^\/(reports|clues)$|\/(payout|slip)$/.test(path))
  const replies = h.heard.filter(one => !due(one)).map(({ body }) => wordsOf(body))
  const database = await dump(h.house.test.superUrl)
  expect(replies.length).toBeGreaterThan(300)
  expect(notices.length).toBeGreaterThan(0)
  expect(database).toContain('informant.identity\n')
  expect(database).toContain('informant.mark\n(XR-')
  expect(database.match(/w1\.[\w-]{20,}/g)?.length).toBeGreaterThan(3)
  // What an officer opened in the graph is kept under no key either.
  expect(database.includes('粤JA12345')).toBe(false)
  for (const secret of [...canaries, ...receipts.filter(Boolean)]) {
    expect(replies.filter(reply => reply.includes(secret))).toEqual([])
    expect(database.includes(secret)).toBe(false)
    expect([...h.lines, ...notices].filter(line => line.includes(secret))).toEqual([])
  }
})
