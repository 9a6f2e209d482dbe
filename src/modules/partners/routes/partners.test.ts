import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sm2Verify } from '#platform/crypto'
import { answerToClue } from '../../../app/answer-to-clue.ts'
import { clueOfTip } from '../../../app/tip-clues.ts'
import { signDay, signedText } from '../actions/day-log.ts'
import { itemMoves } from '../rules/item/moves.ts'
import { saveTipAnswer } from '../store/tips.ts'
import { openPartnerHouse, type PartnerHouse } from '../testing/partner-house.ts'

let house: PartnerHouse
beforeAll(async () => {
  house = await openPartnerHouse()
})
afterAll(() => house.close())

const codeOf = (reply: { json(): { code: string } }) => reply.json().code
const items = '/api/partner/v1/items'
const rows = <T>(query: ReturnType<typeof sql<T>>) => house.all(async tx => (await query.execute(tx)).rows)

describe('an agreement', () => {
  it('lets nothing out until another person has agreed, and then only what it names', async () => {
    const { police, call, given } = house
    const now = house.house.clock.now().instant
    const body = {
      ...{ agencyId: police.agencyId, contactId: police.contactId, purpose: '涉烟刑事案件线索核查', items: ['facts'] },
      ...{ fields: ['words'], monthlyQuota: 1, dailyReads: 9, secondHand: false },
      ...{ from: `${now}`, until: `${now.add({ hours: 24 })}` },
    }
    const { no } = (await call('head', 'POST', '/api/partners/agreements', body)).json()
    const item = given(no, police.contactId, { fields: ['words'] })
    const give = (change: object = {}) => call('inspector', 'POST', '/api/partners/items', { ...item, ...change })
    expect(codeOf(await give())).toBe('agreementMissing')
    const decide = (who: 'head' | 'head2') =>
      call(who, 'POST', `/api/partners/agreements/${no}/decision`, { word: 'agreed' })
    expect(codeOf(await decide('head'))).toBe('agreementOneHand')
    expect((await decide('head2')).statusCode).toBe(204)
    expect(codeOf(await give({ fields: ['words', 'plate'] }))).toBe('releaseFieldBeyond')
    expect(codeOf(await give({ kind: 'case' }))).toBe('releaseItemKind')
    expect((await give()).json()).toMatchObject({ state: 'given' })
    expect(codeOf(await give())).toBe('releaseQuota')
  })

  it('closes what was given within the minute in which it ends, and at the very next look when it is withdrawn', async () => {
    const { police, call, agree, give, house: inner } = house
    const soon = inner.clock.now().instant.add({ minutes: 10 })
    const no = await give(await agree(police, { until: `${soon}` }), police.contactId)
    inner.clock.advance({ seconds: 599 })
    expect((await call('police', 'GET', `${items}/${no}`)).statusCode).toBe(200)
    inner.clock.advance({ seconds: 1 })
    const late = await call('police', 'GET', `${items}/${no}`)
    expect([late.statusCode, codeOf(late)]).toEqual([403, 'agreementExpired'])
    expect(
      codeOf(await call('police', 'POST', `${items}/${no}/steps`, { event: 'receive', version: 1, words: '' })),
    ).toBe('agreementExpired')
    const agreement = await agree(police)
    const other = await give(agreement, police.contactId)
    expect((await call('police', 'GET', `${items}/${other}`)).statusCode).toBe(200)
    expect(
      (await call('analyst', 'POST', `/api/partners/agreements/${agreement}/withdrawal`, { why: '用途已经完成' }))
        .statusCode,
    ).toBe(204)
    expect(codeOf(await call('police', 'GET', `${items}/${other}`))).toBe('agreementWithdrawn')
    const listed = (await call('police', 'GET', items)).json().items
    expect(listed.find((row: { no: string }) => row.no === other)).toMatchObject({ closed: 'agreementWithdrawn' })
  })
})

describe('an item', () => {
  it('shows the partner exactly what the preview showed, and nothing of who reported', async () => {
    const { police, call, agree, given, clue } = house
    const aboutNo = await clue()
    const body = given(await agree(police), police.contactId, {
      ...{
        kind: 'clue',
        aboutNo,
        fields: ['words', 'number', 'about', 'plate'],
        typed: { words: '请核查', number: 'AJ-1', plate: '别的车' },
      },
    })
    const preview = (await call('analyst', 'POST', '/api/partners/items/preview', body)).json()
    const { no } = (await call('analyst', 'POST', '/api/partners/items', body)).json()
    const seen = (await call('police', 'GET', `${items}/${no}`)).json()
    expect(seen.values).toEqual(preview.values)
    // The file's own value counts, whatever was typed.
    expect(seen.values).toEqual({ words: '请核查', number: aboutNo, about: '无证运输', plate: '粤JA12345' })
    expect(JSON.stringify(seen)).not.toMatch(/张三|13800138111|analyst1/u)
  })

  it('goes to and fro by the one table, and its answer stands on the clue', async () => {
    const { police, call, agree, give, clue } = house
    const aboutNo = await clue()
    const no = await give(await agree(police), police.contactId, {
      kind: 'clue',
      aboutNo,
      fields: ['about'],
      typed: {},
    })
    const theirs = (event: string, version: number, words = '') =>
      call('police', 'POST', `${items}/${no}/steps`, { event, version, words })
    const ours = (event: string, version: number, words = '') =>
      call('analyst', 'POST', `/api/partners/items/${no}/steps`, { event, version, words })
    expect(codeOf(await theirs('answer', 1, '查了'))).toBe('itemStepNotAllowed')
    expect(codeOf(await theirs('ask', 1))).toBe('itemWordsMissing')
    expect((await theirs('ask', 1, '请说明是哪一段时间')).json()).toMatchObject({ state: 'asked' })
    expect(codeOf(await theirs('receive', 1))).toBe('itemChanged')
    expect((await ours('explain', 2, '十一月二十日夜间')).json().item.state).toBe('given')
    expect((await theirs('receive', 3)).json()).toMatchObject({ state: 'received', version: 4 })
    house.house.clock.advance({ minutes: 3 })
    expect((await theirs('answer', 4, '车辆登记在模拟物流公司名下')).json()).toMatchObject({ state: 'answered' })
    const { item, events } = (await call('inspector', 'GET', `/api/partners/items/${no}`)).json()
    expect(Temporal.Instant.from(item.answeredAt).since(Temporal.Instant.from(item.givenAt)).total('minutes')).toBe(3)
    expect(events.map((line: { event: string }) => line.event)).toEqual(['give', 'ask', 'explain', 'receive', 'answer'])
    // 响应时效: the item counts for its agency, and each figure opens to the items it is computed from.
    const figures = (await call('head', 'GET', '/api/partners/response')).json().items
    const own = figures.agencies.find((group: { key: string }) => group.key === police.agencyId).response
    for (const figure of ['received', 'answered', 'finished'] as const) {
      const asked = `/api/partners/items?agencyId=${police.agencyId}&since=2026-01-01&state=${figure}`
      expect((await call('head', 'GET', asked)).json().total, figure).toBe(own[figure].n)
    }
    expect(own.answered).toMatchObject({ n: 1, medianMinutes: 3 })
    const told = await rows(sql<{
      payload: Parameters<typeof answerToClue>[1]
    }>`select payload from platform.announcement
      where event = 'partners.itemMoved' and payload->>'itemNo' = ${no} order by id`)
    expect(told.map(({ payload }) => payload.event)).toEqual(['ask', 'explain', 'receive', 'answer'])
    const { keyring } = house.house.services
    for (const { payload } of told) await house.all(tx => answerToClue(tx, payload, house.house.clock.now(), keyring))
    const notes = await rows(sql<{ noteSealed: string }>`select note_sealed from intelligence.clue_event
      where clue_no = ${aboutNo} and event = 'partnerAnswer' order by id`)
    expect(notes.map(({ noteSealed }) => keyring.openField(noteSealed))).toEqual([
      `${no}：模拟公安经侦大队：请说明是哪一段时间`,
      `${no}：模拟公安经侦大队：车辆登记在模拟物流公司名下`,
    ])
  })

  it('waits for another person where the agreement asks for one, and does not exist before', async () => {
    const { police, call, agree, given } = house
    const body = given(await agree(police, { secondHand: true }), police.contactId)
    const { no, state } = (await call('analyst', 'POST', '/api/partners/items', body)).json()
    expect(state).toBe('proposed')
    expect(codeOf(await call('police', 'GET', `${items}/${no}`))).toBe('itemNotReleased')
    const approve = (who: 'analyst' | 'inspector') =>
      call(who, 'POST', `/api/partners/items/${no}/steps`, { event: 'approve', version: 1, words: '' })
    expect(codeOf(await approve('analyst'))).toBe('releaseOneHand')
    expect((await approve('inspector')).json().item).toMatchObject({ state: 'given' })
    expect((await call('police', 'GET', `${items}/${no}`)).statusCode).toBe(200)
  })

  it('that was withdrawn is gone for them', async () => {
    const { police, call, agree, give } = house
    const no = await give(await agree(police), police.contactId)
    await call('analyst', 'POST', `/api/partners/items/${no}/steps`, {
      event: 'withdraw',
      version: 1,
      words: '发错了单位',
    })
    const reply = await call('police', 'GET', `${items}/${no}`)
    expect([reply.statusCode, codeOf(reply)]).toEqual([410, 'itemWithdrawn'])
  })
})

it('moves in the database as in the table of the program, and no other way', async () => {
  const known = await rows(sql<{ move: string }>`select from_state || '>' || to_state as move from partners.item_move`)
  const table = Object.entries(itemMoves).flatMap(([from, row]) => Object.values(row).map(to => `${from}>${to}`))
  expect(known.map(({ move }) => move).toSorted()).toEqual([...new Set(table)].toSorted())
})

describe('what an agency tells us by its own door', () => {
  it('is one clue with the name of the agency, however often it is told, and its number comes back', async () => {
    const { call, all, house: inner } = house
    const tips = '/api/partner/v1/tips'
    const body = { ref: '恩公经〔2026〕7号', matter: 'posting', text: '模拟：车牌粤JA54321夜间从驿站取走卷烟包裹' }
    const tell = (change: object = {}) => call('police', 'POST', tips, { ...body, ...change })
    const { no } = (await tell()).json()
    expect((await tell()).json()).toEqual({ no })
    expect(codeOf(await tell({ text: '别的事' }))).toBe('tipRefTaken')
    expect((await tell({ text: '  ' })).statusCode).toBe(422)
    expect((await call('head', 'POST', tips, body)).statusCode).toBe(403)
    const told = await rows(sql<{ payload: { tipNo: string } }>`select payload from platform.announcement
      where event = 'partners.tipTold'`)
    expect(told.map(({ payload }) => payload.tipNo)).toEqual([no])
    const { keyring } = inner.services
    for (const _ of [1, 2]) await all(tx => clueOfTip(tx, { tipNo: no }, inner.clock.now(), keyring))
    const clues = await rows(sql<{ no: string; textSealed: string }>`select no, text_sealed from intelligence.clue
      where source = 'partner'`)
    expect(clues.map(({ textSealed }) => keyring.openField(textSealed))).toEqual([`模拟公安经侦大队移送：${body.text}`])
    expect((await call('police', 'GET', tips)).json().items).toMatchObject([{ no, ...body, clueNo: clues[0]?.no }])
    expect((await call('market', 'GET', tips)).json().items).toEqual([])
    await expect(all(tx => sql`update partners.tip set ref = 'x'`.execute(tx))).rejects.toThrow()

    // What became of it goes back to whoever told it, once, and to nobody else.
    const clueNo = clues[0]?.no ?? ''
    const answer = { outcome: 'referred', answerSealed: keyring.sealField('已移送邮政管理部门') } as const
    await all(tx => saveTipAnswer(tx, clueNo, { ...answer, answeredAt: inner.clock.now().instant.toString() }))
    expect(await all(tx => saveTipAnswer(tx, clueNo, { ...answer, answeredAt: '2030-01-01T00:00:00Z' }))).toBe(false)
    const [heard] = (await call('police', 'GET', tips)).json().items
    expect(heard).toMatchObject({ outcome: 'referred', answer: '已移送邮政管理部门' })
    const listed = (await call('inspector', 'GET', '/api/partners/tips')).json().items
    expect(listed).toMatchObject([{ no, agency: '模拟公安经侦大队', clueNo, outcome: 'referred' }])
    expect(JSON.stringify(listed)).not.toContain(body.text)
    expect((await call('police', 'GET', '/api/partners/tips')).statusCode).toBe(403)
  })
})

describe('a partner', () => {
  it('that reaches beyond is refused by name, stands in the ledger, and raises an alarm with us', async () => {
    const { police, market, call, agree, give } = house
    const no = await give(await agree(police, { fields: ['words', 'plate'] }), police.contactId, { fields: ['words'] })
    const foreign = await call('market', 'GET', `${items}/${no}`)
    const unknown = await call('market', 'GET', `${items}/XZ-2026-999999`)
    expect([foreign.statusCode, unknown.statusCode]).toEqual([404, 404])
    expect({ ...foreign.json(), instance: '' }).toEqual({ ...unknown.json(), instance: '' })
    const beyond = await call('police', 'GET', `${items}/${no}?fields=words,plate`)
    expect([beyond.statusCode, codeOf(beyond)]).toEqual([403, 'fieldNotReleased'])
    expect(codeOf(await call('police', 'GET', '/api/partners/agencies'))).toBe('notPermitted')
    const { items: reaches } = (await call('head', 'GET', '/api/partners/reaches')).json()
    const refusals = (agency: string) =>
      reaches.filter((one: { agency: string }) => one.agency === agency).map((one: { refusal: string }) => one.refusal)
    expect(refusals('模拟市场监管局')).toEqual(['itemNotReleased', 'itemNotReleased'])
    expect(refusals('模拟公安经侦大队')).toContain('fieldNotReleased')
    const ledger = await rows(sql<{ reason: string }>`select reason from platform.audit_entry
      where actor = ${`partner:${market.agencyId}/${market.accountId}`} and outcome = 'refused'`)
    expect(ledger.map(({ reason }) => reason)).toEqual(['itemNotReleased', 'itemNotReleased'])
    const [first] = reaches
    expect(
      (await call('head', 'POST', `/api/partners/reaches/${first.id}/finding`, { words: '已电话核实，系误操作' }))
        .statusCode,
    ).toBe(204)
  })

  it('sees the rows of its own agency and none of anybody else, whatever is asked', async () => {
    const { police, market } = house
    const seen = (agency: string, table: string) =>
      house.house.services.database.within({ areas: [], agency }, async tx => {
        const { rows: found } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)
        return found[0]?.n
      })
    for (const table of ['partners.reach', 'partners.delivery', 'intelligence.clue', 'cases.case'])
      expect(await seen(police.agencyId, table), table).toBe(0)
    for (const table of ['partners.item', 'partners.fetch', 'partners.item_event', 'partners.agreement'])
      expect(await seen(market.agencyId, table), table).toBe(0)
    expect(await seen(market.agencyId, 'partners.agency')).toBe(1)
    expect(await seen(market.agencyId, 'access.staff')).toBe(1)
  })

  it('reads so many times a day and not once more', async () => {
    const { police, call, agree, give, nextDay } = house
    await nextDay()
    const no = await give(await agree(police, { dailyReads: 2 }), police.contactId)
    const look = async () => (await call('police', 'GET', `${items}/${no}`)).statusCode
    expect([await look(), await look(), await look()]).toEqual([200, 200, 429])
  })

  it('and we find the same in both logs, or the line that is not', async () => {
    const { police, call, agree, give, nextDay, house: inner } = house
    await nextDay()
    const no = await give(await agree(police), police.contactId)
    const own = []
    for (let n = 0; n < 3; n++) {
      const { fetch } = (await call('police', 'GET', `${items}/${no}`)).json()
      own.push({ id: fetch.id, itemNo: no, digest: fetch.digest })
    }
    const day = inner.clock.now().today.toString()
    const tell = async (lines: object[]) =>
      (await call('police', 'POST', '/api/partner/v1/reconciliations', { day, lines })).json()
    expect(await tell(own)).toMatchObject({ ours: 3, theirs: 3, differences: [] })
    expect((await tell(own.slice(1))).differences).toMatchObject([{ what: 'onlyOurs' }])
    const { log, reconciled } = (
      await call('head', 'GET', `/api/partners/logs?agencyId=${police.agencyId}&day=${day}`)
    ).json()
    expect(log.lines).toHaveLength(3)
    expect(reconciled).toHaveLength(2)
    expect(log.signature).toBeNull()
    await nextDay()
    await house.all(tx => signDay(tx, inner.clock.now(), inner.services.keyring))
    const signed = (await call('police', 'GET', `/api/partner/v1/log?day=${day}`)).json()
    expect(signed.digest).toBe(log.digest)
    expect(sm2Verify(signed.publicKey, signedText(signed.digest), signed.signature)).toBe(true)
  })
})
