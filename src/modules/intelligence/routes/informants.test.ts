import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { act } from '#platform/act'
import { callReporter } from '../actions/informant/call-reporter.ts'
import type { InformantPanel } from '../contract.ts'
import { clueSheetOf } from '../papers/clue-sheet.ts'
import { renderSlip } from '../papers/slip.ts'
import { openIdentity } from '../store/informant.ts'
import { type ClueHouse, nonce, openClueHouse } from '../testing/clue-house.ts'

let h: ClueHouse
beforeAll(async () => {
  h = await openClueHouse()
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

/** Every row of every table as text: what a backup or a curious administrator reads. */
async function dump(): Promise<string> {
  const client = new pg.Client({ connectionString: h.house.test.superUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      texts.push(`${name}\n${rows.map(({ row }) => row).join('\n')}`)
    }
    return texts.join('\n')
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
  expect((await h.call('deputy', 'POST', `/openings/${id}/seen`, {})).json()).toEqual({ items: [], asked: [] })
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

it('a canary that took every path is found nowhere: no reply to any role, no log, no row of the database, no job, no file name', async () => {
  // By the desk too, by a signed-in colleague too, with a refusal on the way.
  const named = await h.take({ text: `${canary.name}打来电话`, reporter: canary })
  receipts.push(named.receipt ?? '')
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
  // The list shows all of them; of single clues the three newest and the one that was opened are enough.
  const listed = (await h.call('head', 'GET', '/clues')).json().items as { no: string }[]
  const clues = listed.toSorted((a, b) => (a.no < b.no ? 1 : -1)).filter((_, n, all) => n < 3 || n === all.length - 3)
  const replies: string[] = []
  // A stream never ends; what it says is two numbers (graph/notices.ts).
  for (const who of Object.keys(h.people) as (keyof typeof h.people)[])
    for (const { route } of h.module.routes.filter(
      ({ route: { method, url } }) => method === 'GET' && !/stream$/.test(url),
    ))
      for (const { no } of clues) {
        const path = route.url
          .replace('/api/intelligence', '')
          .replace(':no', no)
          .replace(':photoId', randomUUID())
          .replace(':voucher', 'JL-2026-000001')
        const query = path.includes('figures') ? '?from=2026-01-01&to=2026-12-31' : ''
        replies.push((await h.call(who, 'GET', path + query)).body)
      }
  for (const path of ['/api/openapi.json', '/metrics'])
    replies.push((await h.house.app.inject({ method: 'GET', url: path })).body)
  const database = await dump()
  expect(replies.length).toBeGreaterThan(150)
  expect(database).toContain('informant.identity\n')
  expect(database.match(/w1\.[\w-]{20,}/g)?.length).toBeGreaterThan(3)
  for (const secret of [...canaries, ...receipts.filter(Boolean)]) {
    expect(replies.filter(reply => reply.includes(secret))).toEqual([])
    expect(database.includes(secret)).toBe(false)
    expect(h.lines.filter(line => line.includes(secret))).toEqual([])
  }
})
