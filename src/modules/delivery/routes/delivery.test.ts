import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextState } from '#kernel/state-table'
import { putSealed, sweepFiles } from '#platform/sealed-files'
import { slowHash } from '#platform/slow-hash'
import { readCarrier } from '../actions/post.ts'
import { settingOf } from '../actions/setting.ts'
import type { FieldRound, ItemDetail, RoundPlan } from '../contract.ts'
import { codeFrom, codeHashing } from '../rules/hand-over-code.ts'
import { itemMoves } from '../rules/item/moves.ts'
import { deliveryFiles, listUnnamed } from '../store/files.ts'
import { type DeliveryHouse, openDeliveryHouse, photo, self, strokes } from '../testing/delivery-house.ts'

interface PhotoRow {
  readonly id: string
  readonly itemNo: string
  readonly sealed: string | null
  readonly fileDigest: string
  readonly fileBytes: number
}

let d: DeliveryHouse
beforeAll(async () => {
  d = await openDeliveryHouse()
})
afterAll(() => d.house.close())

const codeOf = (itemNo: string) => codeFrom(d.house.services.keyring.blindIndex('delivery.code', itemNo))
const detail = async (itemNo: string) => (await d.call('window', 'GET', `/items/${itemNo}`)).json() as ItemDetail
const handOver = (proof: object) => ({ kind: 'handOver', receiver: self, photos: [photo], proof }) as never
let application = 100
const fresh = async (shop: number, change = {}) => {
  application += 1
  return d.itemOf(shop, { applicationNo: `R20261121-${String(application).padStart(6, '0')}`, ...change })
}

describe('an item', () => {
  it('comes in once however often it is announced, with the shop, and with its clock', async () => {
    const first = await d.itemOf(1)
    expect(await d.itemOf(1)).toBe(first)
    const { item, hasFile } = await detail(first)
    // Announced by this test alone: there is no file to open, and the page offers none.
    expect(hasFile).toBe(false)
    expect(item).toMatchObject({
      shopName: '模拟商店1',
      operatorNameMasked: '梁**',
      state: 'waiting',
      clock: { tone: 'ok' },
    })
  })

  it('of a licence nobody knows waits for a confirmed address before it can travel', async () => {
    const no = await fresh(1, { licenceNo: '440785109999' })
    const plan = { areaCode: '440785103', day: '2026-11-23', depotCode: 'T1', stops: [{ itemNo: no }] }
    expect((await d.call('window', 'POST', '/round-previews', plan)).json()).toMatchObject({ code: 'itemNotPlannable' })
    const body = { address: '沙湖镇新店1号', phone: '13800138001', position: { lng: 112.45, lat: 22.35 }, way: 'phone' }
    const confirm = async () => (await d.call('window', 'POST', `/items/${no}/address`, body)).json() as ItemDetail
    const first = await confirm()
    // A paper like the 送达回证: numbered, signed, and the first one stays when another is made.
    expect(first.addressPapers).toMatchObject([{ number: expect.stringMatching(/确〔2026〕第1号$/u) }])
    expect((await confirm()).addressPapers.map(({ number }) => number)).toEqual([
      expect.stringContaining('第2号'),
      first.addressPapers[0]?.number,
    ])
    const pdf = await d.call('window', 'GET', `/receipts/${first.addressPapers[0]?.id}`)
    const words = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf.rawPayload })
      .toString('utf8')
      .replace(/\s/gu, '')
    for (const part of ['送达地址确认书', '沙湖镇新店1号', '本人在登记的电话里确认', '第十四条第一款'])
      expect(words).toContain(part)
    expect(words).not.toContain('13800138001')
    expect((await d.call('window', 'POST', '/round-previews', plan)).json()).toMatchObject({ stops: [{ itemNo: no }] })
  })

  it('is not seen from another town, and not by a helper', async () => {
    const no = await fresh(1)
    expect((await d.call('elsewhere', 'GET', `/items/${no}`)).statusCode).toBe(404)
    expect((await d.call('helper', 'GET', '/items')).statusCode).toBe(403)
  })
})

describe('a round', () => {
  it('orders the doors, gives the telephone no number and no code, and prints its sheet', async () => {
    const items = [await fresh(2), await fresh(4), await fresh(3)]
    const id = await d.planned(items)
    const view = (await d.call('window', 'GET', `/rounds/${id}`)).json() as RoundPlan
    expect(view.stops.map(stop => stop.itemNo).toSorted()).toEqual(items.toSorted())
    const mine = (await d.call('courier', 'GET', '/field/rounds')).json() as { rounds: FieldRound[] }
    const stop = mine.rounds.find(round => round.id === id)?.stops.find(one => one.itemNo === items[0])
    expect(JSON.stringify(mine)).not.toMatch(/\d{17}[\dX]|梁模拟/u)
    expect(JSON.stringify(mine)).not.toContain(codeOf(items[0] ?? ''))
    expect(await slowHash(codeOf(items[0] ?? ''), stop?.codeSalt ?? '', codeHashing)).toBe(stop?.codeHash)
    expect(((await d.call('second', 'GET', '/field/rounds')).json() as { rounds: unknown[] }).rounds).toEqual([])
    const sheet = await d.call('courier', 'GET', `/rounds/${id}/sheet`)
    expect(
      execFileSync('pdftotext', ['-raw', '-', '-'], { input: sheet.rawPayload }).toString().replaceAll(/\s/g, ''),
    ).toContain('模拟商店2')
    expect((await d.call('second', 'GET', `/rounds/${id}/sheet`)).statusCode).toBe(404)
  })

  it('takes no item that is on another round', async () => {
    const no = await fresh(5)
    await d.planned([no])
    await expect(d.planned([no])).rejects.toThrow('itemNotPlannable')
  })
})

describe('at the door', () => {
  it('a code hands over once, however often the outbox sends it, and the receipt opens', async () => {
    const no = await fresh(2)
    const roundId = await d.planned([no])
    const talk = { articles: [{ instrument: 'XK', article: 50 }], note: '讲了延续的时间' }
    const act = {
      itemNo: no,
      roundId,
      talk,
      capturedAt: '2026-11-23T01:00:00Z',
      ...(handOver({ kind: 'code', code: codeOf(no) }) as object),
    }
    const key = randomUUID()
    const [once, twice] = [await d.atTheDoor(act, key), await d.atTheDoor(act, key)]
    expect(once.statusCode, once.body).toBe(200)
    expect(twice.json()).toEqual(once.json())
    const seen = await detail(no)
    expect(seen).toMatchObject({
      item: { state: 'handedOver' },
      proof: { kind: 'code', receiverKind: 'self' },
      talks: [{ note: '讲了延续的时间' }],
    })
    expect(seen.events.map(event => event.event)).toEqual(['plan', 'depart', 'handOver'])
    const pdf = await d.call('window', 'GET', `/receipts/${seen.receipt?.id}`)
    const words = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf.rawPayload })
      .toString()
      .replaceAll(/\s/g, '')
    expect(words).toContain('送达回证')
    expect(words).toContain('2026年11月23日09时00分')
    expect(words).toContain(seen.receipt?.number.replaceAll(/\s/g, '') ?? '?')
    const again = await d.atTheDoor(act)
    expect(again.json()).toMatchObject({ code: 'itemServedAlready' })
    const announced = await d.all(tx =>
      sql<{ n: number }>`select count(*)::int as n from platform.announcement
      where event = 'delivery.served' and payload->>'applicationNo' = ${seen.item.applicationNo}`.execute(tx),
    )
    expect(announced.rows[0]?.n).toBe(1)
  })

  it('a signature needs a picture; the picture is kept sealed and without its place', async () => {
    const no = await fresh(3)
    const roundId = await d.planned([no])
    const without = await d.atTheDoor({
      itemNo: no,
      roundId,
      kind: 'handOver',
      receiver: self,
      photos: [],
      proof: { kind: 'signature', strokes },
    })
    expect(without.json()).toMatchObject({ code: 'photoMissing' })
    const done = await d.atTheDoor({ itemNo: no, roundId, ...(handOver({ kind: 'signature', strokes }) as object) })
    expect(done.statusCode, done.body).toBe(200)
    const seen = await detail(no)
    const picture = (await d.call('window', 'GET', `/items/${no}/photos/${seen.photos[0]?.id}`)).json() as {
      jpeg: string
    }
    expect(Buffer.from(picture.jpeg, 'base64').includes('GPS')).toBe(false)
    expect(Buffer.from(photo, 'base64').includes('GPS')).toBe(true)
  })

  it('pictures lie sealed in the file store; one lost there is said to be lost, one of a crash between file and row is swept', async () => {
    const { rows } = await d.all(tx =>
      sql<PhotoRow>`select id, item_no, sealed, file_digest, file_bytes from delivery.photo`.execute(tx),
    )
    const files = await deliveryFiles(d.house.services.config)
    for (const { sealed, fileDigest, fileBytes } of rows) {
      expect(sealed).toBeNull()
      expect((await files.find({ digest: fileDigest, bytes: fileBytes }))?.toString()).toMatch(/^v1\./u)
    }
    const { keyring, database } = d.house.services
    const undone = d.all(async tx => {
      await putSealed(tx, Buffer.from('a picture'), { files, keyring })
      throw new Error('killed before the row')
    })
    await expect(undone).rejects.toThrow('killed')
    const sweep = (hours: number) =>
      sweepFiles(database, { files, listUnnamed, now: Temporal.Now.instant().add({ hours }) })
    expect([await sweep(23), await sweep(25), await sweep(25)]).toEqual([0, 1, 0])
    const [one] = rows
    const url = `/items/${one?.itemNo}/photos/${one?.id}`
    expect((await d.call('window', 'GET', url)).statusCode).toBe(200)
    await files.remove(one?.fileDigest ?? '')
    expect((await d.call('window', 'GET', url)).json()).toMatchObject({ code: 'photoLost' })
  })

  it.each([
    [{ kind: 'code', code: '000000' }, self, 'codeWrong'],
    [{ kind: 'card', last4: '0000' }, self, 'cardMismatch'],
    [
      { kind: 'card', last4: '0000' },
      { kind: 'family', name: '陈大', relation: '配偶', checked: true },
      'cardOnlyForSelf',
    ],
    [{ kind: 'signature', strokes: [[[1, 1]]] }, self, 'receiptUnsigned'],
    [
      { kind: 'signature', strokes },
      { kind: 'family', name: '陈大', relation: '配偶', checked: false },
      'receiverNotAdultFamily',
    ],
  ])('refuses %o of %o by name: %s', async (proof, receiver, code) => {
    const no = await fresh(6)
    const roundId = await d.planned([no])
    const reply = await d.atTheDoor({
      itemNo: no,
      roundId,
      kind: 'handOver',
      receiver,
      photos: [photo],
      proof,
    } as never)
    expect(reply.json()).toMatchObject({ code })
    expect((await detail(no)).item.state).toBe('planned')
  })

  it('nobody there twice ends the visits; refusal with a picture is service, without is not', async () => {
    const no = await fresh(7)
    for (let visit = 0; visit < 2; visit += 1) {
      const roundId = await d.planned([no])
      expect(
        (await d.atTheDoor({ itemNo: no, roundId, kind: 'absent', photos: [photo], note: '铁门锁着' })).statusCode,
      ).toBe(200)
    }
    await expect(d.planned([no])).rejects.toThrow('itemNotPlannable')
    const refusedNo = await fresh(8)
    const roundId = await d.planned([refusedNo])
    const refused = {
      itemNo: refusedNo,
      roundId,
      kind: 'refused' as const,
      why: '不认可决定',
      witnesses: ['甲'],
    }
    expect((await d.atTheDoor({ ...refused, leave: true, photos: [] })).json()).toMatchObject({
      code: 'leaveNeedsProof',
    })
    expect((await d.atTheDoor({ ...refused, leave: true, photos: [photo] })).statusCode).toBe(200)
    expect(await detail(refusedNo)).toMatchObject({ item: { state: 'left' }, proof: { how: 'left', kind: 'photos' } })
  })

  it('tells the first courier of a round that went to another, and keeps what he did', async () => {
    const no = await fresh(2)
    const roundId = await d.planned([no])
    await d.call('window', 'POST', `/rounds/${roundId}/assignment`, { courierId: d.people.second.staffId })
    const act = { itemNo: no, roundId, kind: 'absent' as const, photos: [], note: '' }
    expect((await d.atTheDoor(act)).json()).toMatchObject({ status: 409, code: 'roundNotYours' })
    const held = { act: { ...act, capturedAt: '2026-11-23T02:00:00Z' }, why: 'roundNotYours' }
    const { id } = (await d.call('courier', 'POST', '/field/held-acts', held)).json() as { id: string }
    const list = (await d.call('window', 'GET', '/held-acts')).json() as { items: { id: string }[] }
    expect(list.items.map(item => item.id)).toContain(id)
    expect((await d.call('window', 'POST', `/held-acts/${id}/opening`)).json()).toMatchObject({ act: { itemNo: no } })
    expect((await d.call('window', 'POST', `/held-acts/${id}/settlement`, { note: '已电话核实' })).statusCode).toBe(204)
    expect((await d.atTheDoor(act, randomUUID(), 'second')).statusCode).toBe(200)
  })

  it('takes no act from the future or from last week', async () => {
    const no = await fresh(2)
    const roundId = await d.planned([no])
    const act = { itemNo: no, roundId, kind: 'bringBack' as const, note: '' }
    expect((await d.atTheDoor({ ...act, capturedAt: '2026-11-23T09:00:00Z' })).json()).toMatchObject({
      code: 'capturedAhead',
    })
    expect((await d.atTheDoor({ ...act, capturedAt: '2026-11-15T09:00:00Z' })).json()).toMatchObject({
      code: 'capturedTooOld',
    })
    expect((await d.atTheDoor({ ...act, capturedAt: 'soon' })).json()).toMatchObject({ code: 'capturedUnreadable' })
  })
})

describe('other ways', () => {
  it('the window hands over against the card, and not against a wrong one', async () => {
    const no = await fresh(4)
    const { item } = await detail(no)
    const step = { event: 'collect', version: item.version, note: '', receiver: self }
    expect((await d.call('window', 'POST', `/items/${no}/steps`, { ...step, cardLast4: '0000' })).json()).toMatchObject(
      { code: 'cardMismatch' },
    )
    const row = await d.all(tx =>
      sql<{ m: string }>`select operator_id_masked as m from delivery.item where item_no = ${no}`.execute(tx),
    )
    const done = await d.call('window', 'POST', `/items/${no}/steps`, { ...step, cardLast4: row.rows[0]?.m.slice(-4) })
    expect(done.json()).toMatchObject({ item: { state: 'collected' } })
    expect((await d.call('window', 'POST', `/items/${no}/steps`, step)).json()).toMatchObject({
      code: 'itemChangedMeanwhile',
    })
  })

  it('a silent carrier sends nothing; a parcel that arrives is served by its word', async () => {
    const no = await fresh(5)
    const { item } = await detail(no)
    const post = { event: 'sendPost', version: item.version, note: '' }
    expect((await d.call('window', 'POST', `/items/${no}/steps`, post)).statusCode).toBe(409)
    d.carrier.ordered = { kind: 'ordered', mailNo: 'EM123' }
    expect((await d.call('window', 'POST', `/items/${no}/steps`, post)).json()).toMatchObject({
      item: { state: 'posted' },
      mailNo: 'EM123',
    })
    d.carrier.events = [
      { orderId: 'x', mailNo: 'EM123', kind: 'delivered', at: '2026-11-23T03:00:00Z', receiver: '家人' },
    ]
    const { services, clock } = d.house
    const setting = settingOf(services, clock.now().today)
    for (let run = 0; run < 2; run += 1)
      await readCarrier({ database: services.database, post: d.postCarrier }, clock.now(), setting)
    expect(await detail(no)).toMatchObject({ item: { state: 'delivered' }, proof: { how: 'post', kind: 'carrier' } })
  })
})

describe('the calendar', () => {
  it('gives the last place once, and reminds nobody of a cancelled day', async () => {
    const visit = {
      kind: 'village',
      areaCode: '440785103',
      place: '南塘村委会',
      day: '2026-11-24',
      fromMinute: 540,
      toMinute: 660,
      capacity: 1,
    }
    const made = (await d.call('helper', 'POST', '/visits', visit)).json() as { id: string }
    const body = { name: '陈小明', phone: '13800138000', licenceNo: null, topic: '延续怎么办' }
    const replies = await Promise.all([1, 2].map(() => d.call('window', 'POST', `/visits/${made.id}/bookings`, body)))
    expect(replies.map(reply => reply.statusCode).toSorted()).toEqual([200, 409])
    const listed = (await d.call('courier', 'GET', '/visits?from=2026-11-24&to=2026-11-24')).json()
    expect(listed).toMatchObject({ items: [{ taken: 1, bookings: [{ nameMasked: '陈**', state: 'booked' }] }] })
    expect(JSON.stringify(listed)).not.toContain('13800138000')
    const bookingId = replies.find(reply => reply.statusCode === 200)?.json().bookingId
    const talk = { articles: [{ instrument: 'XK', article: 50 }], note: '' }
    expect((await d.call('helper', 'POST', `/bookings/${bookingId}/completion`, { talk })).statusCode).toBe(204)
    expect((await d.call('window', 'POST', `/bookings/${bookingId}/cancellation`)).json()).toMatchObject({
      code: 'bookingNotOpen',
    })
  })
})

describe('the guards of the database', () => {
  it('know exactly the moves of the program', async () => {
    const { rows } = await d.all(tx =>
      sql<{ move: string }>`select from_state || ' ' || to_state as move from delivery.move`.execute(tx),
    )
    const moves = Object.entries(itemMoves).flatMap(([from, events]) =>
      Object.values(events).map(to => `${from} ${to}`),
    )
    expect(rows.map(row => row.move).toSorted()).toEqual([...new Set(moves)].toSorted())
    expect(nextState(itemMoves, 'waiting', 'handOver').ok).toBe(false)
  })

  it('refuse a jump, a change of the history and a proof taken back', async () => {
    const no = await fresh(1)
    const jump = d.all(tx => sql`update delivery.item set state = 'handedOver' where item_no = ${no}`.execute(tx))
    await expect(jump).rejects.toThrow('cannot go from')
    for (const table of ['item_event', 'proof', 'receipt', 'photo'])
      await expect(d.all(tx => sql`delete from ${sql.table(`delivery.${table}`)}`.execute(tx))).rejects.toThrow(
        /permission denied|never changed/,
      )
  })

  it('number the receipts of a year without a gap', async () => {
    const { rows } = await d.all(tx =>
      sql<{
        n: number
        top: number
      }>`select count(*)::int as n, max(serial) as top from delivery.receipt where kind = 'service'`.execute(tx),
    )
    expect(rows[0]?.n).toBe(rows[0]?.top)
    expect(rows[0]?.n).toBeGreaterThan(3)
  })
})
