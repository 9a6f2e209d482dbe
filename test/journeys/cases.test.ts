import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Moment, momentOf } from '#kernel/dates'
import {
  addEvidence,
  type CaseInput,
  confirmAll,
  confirmRecord,
  holdLot,
  openCase,
  saveAmounts,
  stepCase,
  writeRecord,
} from '../../src/modules/cases/index.ts'
import { findingMade } from '../../src/modules/inspection/events.ts'
import { announce } from '../../src/platform/announce.ts'
import { chinaCalendar } from '../../src/platform/calendar.ts'
import { sm3 } from '../../src/platform/crypto.ts'
import { houseFiles } from '../../src/platform/files.ts'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { choose, officer } from './desk.ts'
import { type MovedHouse, openMovedHouse } from './moved-house.ts'
import { keepPicture } from './picture.ts'

/** The day of the hearing; what lies before and after it goes the way of the same actions, each on its own day. */
const today = '2026-12-18'
const licenceNo = '440785100001'
const on = (day: string): Moment => momentOf(Temporal.Instant.from(`${day}T02:00:00Z`))
let browser: Browser
let house: MovedHouse
beforeAll(async () => {
  ;[browser, house] = await Promise.all([openBrowser(), openMovedHouse(on(today).instant.toString())])
})
afterAll(async () => {
  await closePages()
  await house.close()
})

const roles = { inspector: ['inspector'], inspector2: ['inspector'], legal: ['legal'], head: ['head'] } as const
type Who = keyof typeof roles

async function idsOf(): Promise<Readonly<Record<Who, string>>> {
  const { rows } = await house.county.all(tx =>
    sql<{ account: Who; id: string }>`select account, id::text as id from access.published_staff`.execute(tx),
  )
  return Object.fromEntries(rows.map(({ account, id }) => [account, id])) as Record<Who, string>
}

function deskOf(ids: Readonly<Record<Who, string>>, no: string) {
  const { keyring } = house.county
  const by = (who: Who) =>
    ({ kind: 'staff', staffId: ids[who], sessionId: 's', roles: roles[who], areas: ['440785'] }) as const
  const step = (day: string, who: Who, event: string, input: CaseInput = {}) =>
    house.county.all(async tx => {
      const { rows } = await sql<{ version: number }>`select version from cases.case where no = ${no}`.execute(tx)
      const done = await stepCase(
        tx,
        { no, event, version: rows[0]?.version ?? 0, input, by: by(who), at: on(day) },
        keyring,
      )
      if (!done.ok) throw new Error(`${event}: ${JSON.stringify(done)}`)
    })
  return { by, step }
}

/** A step of the console: its button, its form, its own send button. */
async function take(
  desk: Page,
  label: string,
  fill: (form: ReturnType<Page['getByRole']>) => Promise<void> = async () => undefined,
) {
  await desk.getByRole('button', { name: label, exact: true }).click()
  const form = desk.getByRole('form', { name: label })
  await fill(form)
  await desk.getByRole('button', { name: `提交：${label}` }).click()
  await form.waitFor({ state: 'detached' })
}

it('finding → case → notice → hearing → decision → payment → archive; retail without a licence goes to the market regulator, 25 万支 to the police within 24 hours', async () => {
  const { county, server } = house
  await county.addShops([{ no: licenceNo, person: 1, validTo: '2028-01-15' }])
  const ids = await idsOf()
  const task = {
    taskId: 'RW-2026-000001',
    licenceNo,
    areaCode: '440785103',
    source: 'person',
    sourceRef: null,
  } as const
  await county.all(tx =>
    announce(tx, findingMade, { ...task, outcome: 'filed', checkedOn: '2026-11-02', rectifyBy: null, reasons: [] }),
  )
  const caseOf = () =>
    county.all(tx => sql<{ no: string }>`select no from cases.case where origin = 'credit'`.execute(tx))
  await expect.poll(async () => (await caseOf()).rows.length).toBe(1)
  const no = (await caseOf()).rows[0]?.no ?? ''
  const { by, step } = deskOf(ids, no)
  const served = { how: 'direct', receivedBy: '当事人本人' }
  await step('2026-11-03', 'head', 'appoint', { officers: [ids.inspector, ids.inspector2] })
  await step('2026-11-03', 'inspector', 'askFiling', { violation: 'P10', words: '检查发现（模拟数据）' })
  await step('2026-11-04', 'head', 'approveFiling')
  const files = await houseFiles({ dataFolder: house.dataFolder })
  const content = Buffer.from('模拟照片')
  const photo = {
    kind: 'audiovisual',
    title: '货架照片',
    source: '现场拍摄',
    place: '店内',
    takenOn: '2026-11-02',
    media: 'text/plain',
  }
  await county.all(async tx => {
    const around = { by: by('inspector'), at: on('2026-11-04'), keys: county.keyring, files }
    await addEvidence(tx, no, { ...photo, digest: sm3(content).toString('hex'), content }, around)
    const record = {
      kind: 'questioning',
      place: '本局',
      from: '2026-11-04T09:00',
      until: '2026-11-04T09:40',
      person: '当事人',
    } as const
    const made = await writeRecord(
      tx,
      no,
      { ...record, words: '问答（模拟数据）', signature: `M1 1 L${'9 9 '.repeat(9)}`, refused: '' },
      around,
    )
    if (made.ok) await confirmRecord(tx, made.value.id, made.value.digest, { ...around, by: by('inspector2') })
  })
  const opinion = { result: 'penalty', fine: '60000', gains: '1000', goods: 'none', licence: 'none' }
  const found = { facts: '从外地购进卷烟销售', proof: '照片、笔录', happenedOn: '2026-10-20', why: '数额较大' }
  await county.all(tx =>
    saveAmounts(
      tx,
      no,
      {
        ...{ business: null, purchases: 60_000_000, sales: null, wholesale: null, gains: 100_000, fakeSold: 0, tax: 0 },
        ...{ soldSticks: 0, party: 'unit', licence: 'retail', fakeBrand: false, penalties: [], smugglingPenalties: [] },
        evidence: '进货记录（模拟数据）',
      },
      { by: `staff:${ids.inspector}`, at: `${on('2026-11-20').instant}` },
    ),
  )
  await step('2026-11-20', 'inspector', 'report', { ...opinion, ...found })
  await step('2026-11-23', 'legal', 'passReview', { jurisdiction: true, facts: true, law: true, words: '同意' })
  await step('2026-11-24', 'inspector', 'notify', served)
  await step('2026-11-25', 'legal', 'askHearing', { askedOn: '2026-11-25', words: '要求听证' })
  await step('2026-11-26', 'legal', 'callHearing', { heldOn: today, heldAt: '09:00', place: '本局', chair: ids.legal })
  const stall = { kind: 'person', name: '李模', idNo: '', address: '沙湖镇市场', phone: '', represented: '' } as const
  const unlicensed = {
    path: 'ordinary',
    about: '市场摊位无证卖烟（模拟数据）',
    origin: 'clue',
    violation: 'P11',
    party: stall,
  } as const
  const second = await county.all(tx =>
    openCase(tx, { ...unlicensed, by: `staff:${ids.inspector}`, at: on('2026-12-16') }, county.keyring),
  )

  const at = `${on(today).instant}`
  const [legal, head] = await Promise.all([
    officer(browser, 'legal', { server, first: /案件/, path: '/cases', now: at }),
    officer(browser, 'head', { server, first: /案件/, path: '/cases', now: at }),
  ])
  await legal.getByRole('link', { name: no }).waitFor()
  await keepPicture(legal, 'console-cases')
  await legal.getByRole('link', { name: no }).click()
  await legal.getByText('等待听证').first().waitFor()
  await take(legal, '记录听证', async form => {
    await form.getByLabel('调查人员提出的事实、证据和建议').fill('同调查终结报告（模拟数据）')
    await form.getByLabel('当事人的申辩和质证').fill('请求减轻（模拟数据）')
    await form.getByLabel('主持人的意见').fill('事实清楚（模拟数据）')
    await choose(form.getByLabel('笔录签名'), '当事人核对后签名')
    expect(await axeFindings(legal)).toEqual([])
    await keepPicture(legal, 'console-case-hearing')
  })
  await take(legal, '听证后法制审核', form => form.getByLabel('根据听证笔录的审核意见').fill('程序合法（模拟数据）'))
  await step(today, 'head', 'deliberate', { present: ['甲', '乙', '丙'], words: '同意', conclusion: '罚款五万元' })
  await step(today, 'inspector', 'propose', { ...opinion, fine: '50000', why: '部分采纳' })
  await head.goto(`${server}/console/cases/${no}`)
  await head.getByRole('button', { name: '《行政处罚法》第六十条' }).first().click()
  await take(head, '批准，作出决定')
  await head.getByText('已决定，等待送达').first().waitFor()
  expect(await axeFindings(head)).toEqual([])
  await keepPicture(head, 'console-case', { fullPage: true })

  await head.goto(`${server}/console/cases/${second.ok ? second.value : ''}`)
  await take(head, '移送其他机关', async form => {
    await choose(form.getByLabel('移送给'), '市场监督管理局')
    await choose(form.getByLabel('原因'), '这种行为由该机关处罚')
    await form.getByLabel('案情和已有材料').fill('照片二张（模拟数据）')
    await form.getByLabel('对方联系人').fill('综合执法股（模拟）')
  })
  const letter = await head.getByRole('link', { name: '案件移送函' }).getAttribute('href')
  const paper = await head.request.get(`${server}${letter}`)
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
  // No penalty stands in its place: what is left is the archive and the draft for the other agency.
  await head.getByRole('link', { name: /拟移送协作单位/ }).waitFor()
  expect(await head.getByRole('button', { name: /审批表|作出决定/ }).count()).toBe(0)

  // 25 万支 in a lorry: the threshold is called out, no penalty stands in for the police, and they have it within 24 hours.
  const driver = { kind: 'person', name: '陈模', idNo: '', address: '', phone: '', represented: '' } as const
  const third = await county.all(tx =>
    openCase(
      tx,
      {
        ...{ path: 'ordinary', about: '货车无证运输卷烟 25 万支（模拟数据）', origin: 'scene', violation: 'P03' },
        ...{ party: driver, by: `staff:${ids.inspector}`, at: on(today) },
      },
      county.keyring,
    ),
  )
  const lorry = third.ok ? third.value : ''
  const { step: drive } = deskOf(ids, lorry)
  const handler = { staffId: ids.inspector, at: on(today), calendar: chinaCalendar, keyring: county.keyring }
  const picture = readFileSync('src/app/demo/goods-picture.jpg').toString('base64')
  await county.all(async tx => {
    const goods = { kind: 'cigarette', brand: '外文标识（模拟）', barcode: '', amount: 250_000, codes: [] } as const
    const where = { seizedAt: '325国道（模拟）', place: '一号库', heldOn: today, second: ids.inspector2 }
    const held = await holdLot(
      tx,
      { caseNo: lorry, custody: 'registered', ...goods, ...where, photos: [picture], note: '' },
      handler,
    )
    if (!held.ok) throw new Error(held.refusal)
    await confirmAll(tx, held.value, { staffId: ids.inspector2, at: on(today) })
    await addEvidence(
      tx,
      lorry,
      { ...photo, digest: sm3('车').toString('hex'), content: Buffer.from('车') },
      { by: by('inspector'), at: on(today), keys: county.keyring, files },
    )
  })
  await drive(today, 'head', 'appoint', { officers: [ids.inspector, ids.inspector2] })
  await drive(today, 'inspector', 'askFiling', { violation: 'P03', words: '路查查获（模拟数据）' })
  await drive(today, 'head', 'approveFiling')
  await head.goto(`${server}/console/cases/${lorry}`)
  await head.getByRole('alert').filter({ hasText: '移送' }).first().waitFor()
  await drive(today, 'inspector', 'askTransfer', { words: '涉嫌非法经营，25 万支（模拟数据）', team: true })
  await head.reload()
  await take(head, '批准移送', form => form.getByLabel('我是本局正职负责人或者主持工作的负责人').check())
  // The 24 hours stand there by the hour, and the draft of what the police get begins now.
  await head.getByText(/移送公安机关.*2026年12月19日 10:00/).waitFor()
  await head.getByRole('link', { name: /拟移送协作单位/ }).waitFor()
  await drive('2026-12-19', 'inspector', 'sendTransfer', {
    ...{ to: '恩平市公安局（模拟）', receivedBy: '值班民警（模拟）', copied: true },
    attached: ['调查报告', '物品清单', '检验报告'],
  })
  await head.reload()
  await head.getByRole('link', { name: '涉嫌犯罪案件移送书' }).waitFor()
  const { rows } = await county.all(tx =>
    sql<{
      clocks: { kind: string; state: string; dueAt?: string }[]
    }>`select clocks from cases.case where no = ${lorry}`.execute(tx),
  )
  expect(rows[0]?.clocks.find(({ kind }) => kind === 'transferSend')).toMatchObject({
    ...{ state: 'met', dueAt: '2026-12-19T02:00:00Z' },
  })

  await step('2026-12-21', 'inspector', 'serve', served)
  await step('2026-12-28', 'inspector', 'pay', {
    amount: '51000',
    paidOn: '2026-12-28',
    way: 'bank',
    receipt: '模拟 1',
  })
  await step('2026-12-29', 'inspector', 'askClosing', { words: '已缴清' })
  await step('2026-12-29', 'head', 'close')
  await step('2026-12-30', 'inspector', 'archive', { main: true, side: true, box: '2026-1' })
  await head.goto(`${server}/console/cases/${no}`)
  await head.getByText('已归档').first().waitFor()
  await head.getByRole('button', { name: '现在检查' }).click()
  await head.getByText(/没有发现问题/).waitFor()
})
