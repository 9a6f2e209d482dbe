import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { cardOf, creditCodeOf, receive, sign } from './counter.ts'
import { officer, openFile, takeStep } from './desk.ts'
import { keepPicture } from './picture.ts'

let browser: Browser
let desk: Page
beforeAll(async () => {
  browser = await openBrowser()
  desk = await officer(browser, 'window3')
})
afterAll(closePages)
/** Whoever was received goes, so that the next one is received whatever became of this one. */
afterEach(async () => {
  const end = desk.getByRole('button', { name: '接待结束' })
  if ((await end.count()) > 0) await end.click()
})

const choose = (text: string) => desk.getByText(text, { exact: true }).first().click()

/** From the form to the receipt. */
async function finish(heading: RegExp): Promise<string> {
  await sign(desk)
  await desk.getByRole('button', { name: '提交申请' }).click()
  await desk.getByRole('heading', { name: heading }).waitFor()
  return /R\d{8}-\d{6}/.exec(await desk.getByRole('main').innerText())?.[0] ?? ''
}

/** 变更 and 歇业 change or end a right: on a card that was typed, not read, a person decides (decision 0016). */
const toAPerson = /申请已经收到|工作人员/

/** Each service once, by one officer; the shop of the first card is renewed, changed, suspended and closed in turn. */
const rows: readonly (readonly [service: string, card: string, fill: () => Promise<void>, result: RegExp])[] = [
  ['延续', 'counter', async () => undefined, /准予延续/],
  [
    '变更',
    'counter',
    async () => {
      await desk.locator('.ant-select').first().click()
      await choose('联系电话')
      await desk.keyboard.press('Escape')
      await desk.getByLabel(/电话换成哪个号码/).fill('13800138222')
    },
    toAPerson,
  ],
  [
    '停业',
    'counter',
    async () => {
      await desk.getByRole('button', { name: /^明天/ }).click()
      await desk.getByRole('button', { name: /^2个月/ }).click()
      await choose('外出')
    },
    /准予停业/,
  ],
  [
    '歇业（注销）',
    'counter',
    async () => {
      await choose('店不开了')
      await choose('确定歇业')
    },
    toAPerson,
  ],
  ['恢复营业', 'counter-suspended', () => choose('都没有变'), /准予恢复营业/],
]

describe('every service at the window', () => {
  it.each(rows)('%s, typed by the officer, agreed to and signed by the person', async (service, card, fill, result) => {
    await receive(desk, cardOf(card))
    await desk.getByRole('button', { name: service, exact: true }).first().click()
    await fill()
    expect(await finish(result)).not.toBe('')
  })
})

it('撤回: who stands there sees what is open, signs the printed wish, and the officer notes it on the file', async () => {
  await receive(desk, cardOf('counter'))
  const change = desk.getByRole('region', { name: '在办的申请' }).getByRole('paragraph').filter({ hasText: '变更' })
  const [page] = await Promise.all([
    desk.waitForResponse(reply => reply.url().endsWith('/form-page')),
    change.getByRole('button', { name: '打印撤回申请书' }).click(),
  ])
  expect(page.headers()['content-type']).toContain('pdf')
  // On a page of its own, so that whoever is being received stays received.
  const link = change.getByRole('link', { name: /^R\d{8}-/ })
  expect(await link.getAttribute('target')).toBe('_blank')
  // Opened by its address: the window of the printed page is one too, and comes when it comes.
  const file = await desk.context().newPage()
  await file.goto(new URL((await link.getAttribute('href')) ?? '', desk.url()).href)
  await takeStep(file, '按申请人签名的撤回书撤回', async form => {
    await form.getByText('申请人签名的撤回书已收到').click()
    await form.getByRole('textbox').last().fill('当面递交撤回申请书。')
  })
  await file.getByText('已撤回').first().waitFor()
  await file.close()
})

it('查询打印: the query page is made for whoever stands there, and the officer says what became of the sheet', async () => {
  await receive(desk, cardOf('counter-suspended'))
  const print = async () => {
    const made = desk.waitForResponse(reply => /\/prints\/[^/]+\/page$/.test(reply.url()))
    await desk.getByRole('button', { name: '打印查询件', exact: true }).click()
    expect((await made).headers()['content-type']).toContain('pdf')
  }
  await print()
  await keepPicture(desk, 'console-window-query')
  await desk.getByRole('button', { name: '没有打出来' }).click()
  await desk.getByText(/第\d+份结果不明/).waitFor()
  await print()
  await desk.getByText(/第\d+份已经登记/).waitFor()
  await desk.getByRole('button', { name: '已打印' }).click()
  await desk.getByText(/第\d+份已打印/).waitFor()
})

describe('新办 at the window', () => {
  let number = ''

  it('is filled from the business licence, shows what stands nearby, and is received', async () => {
    await receive(desk, cardOf('no-licence'))
    await desk.getByRole('button', { name: '新办许可证' }).click()
    // By the card the library says which business is his: no code is copied.
    await desk.getByRole('button', { name: '永康便利店' }).click()
    await expect.poll(() => desk.getByLabel(/统一社会信用代码/).inputValue()).toBe(creditCodeOf('永康便利店'))
    await desk.getByText('已带出：永康便利店').waitFor()
    await desk.getByText('南塘村新街66号').first().waitFor()
    await desk
      .getByRole('radiogroup', { name: '店就开在营业执照上的地址吗？' })
      .getByText('是', { exact: true })
      .click()
    // Name, kind, economic type, address and town are on record.
    for (const gone of ['店名（字号、企业名称）', '营业执照是哪一类？', '店在哪个镇（街道）？'])
      await expect.poll(() => desk.getByLabel(gone).count()).toBe(0)
    await desk.getByLabel('店在地图上的哪里？').fill('112.452, 22.352, 8')
    await desk.getByText(/北纬22\.35200度，误差约8米/).waitFor()
    await choose('自有')
    await desk.getByLabel('店面多大？').fill('36')
    await desk.getByRole('radiogroup', { name: '店面和住的地方是分开的吗？' }).getByText('是', { exact: true }).click()
    await desk.getByLabel('是什么店？').click()
    await desk.getByText('便利店', { exact: true }).last().click()
    await desk.getByLabel('想卖哪些？').click()
    await desk.getByText('卷烟零售', { exact: true }).last().click()
    await desk.keyboard.press('Escape')
    await desk.getByRole('radiogroup', { name: '有和经营相适应的资金吗？' }).getByText('是', { exact: true }).click()
    await desk.getByLabel(/^联系电话/).fill('13800138333')
    await desk.getByText('新办要由两名工作人员实地核查后决定。').waitFor()
    await keepPicture(desk, 'console-window-new', { fullPage: true })
    number = await finish(/申请已经收到/)
    await desk
      .getByRole('link', { name: /打开文书/ })
      .first()
      .waitFor()
  })

  it('is examined, proposed by one and granted by another, and the shop has a licence with a number of its own', async () => {
    const opinion = (text: string) => async (form: ReturnType<Page['getByRole']>) =>
      form.getByRole('textbox').last().fill(text)
    await openFile(desk, number)
    await takeStep(desk, '受理')
    const reviewer = await officer(browser, 'reviewer')
    await openFile(reviewer, number)
    await takeStep(reviewer, '开始审核')
    // A neighbour with something to lose is told in person, and has nothing to say.
    await takeStep(reviewer, '告知利害关系人', async form => {
      await form.getByText('邻近的零售户').click()
      await form.getByLabel('姓名或者名称').fill('邻近商店（模拟）')
      await form.getByLabel('联系地址和电话').fill('沙湖镇南塘村新街64号')
      await form.getByText('当面交付', { exact: true }).click()
      await form.getByRole('textbox').last().fill('两店相距约六十米。')
      expect(await axeFindings(reviewer)).toEqual([])
      await keepPicture(reviewer, 'console-new-party')
    })
    await takeStep(reviewer, '记录利害关系人的答复', async form => {
      await form.getByRole('radio').first().check()
      await form.getByText('没有意见，不要求听证').click()
      await form.getByLabel('哪一天').fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
      await form.getByRole('textbox').last().fill('当面签字。')
    })
    // Nobody says yes before two people have been there.
    await expect.poll(() => reviewer.getByRole('button', { name: '拟准予许可', exact: true }).isDisabled()).toBe(true)
    await takeStep(reviewer, '安排实地核查', opinion('请两人到店核查。'))
    const verifier = await officer(browser, 'verifier')
    await openFile(verifier, number)
    await takeStep(verifier, '记录实地核查结果', async form => {
      await form.getByLabel('现场看到的情况').fill('店面独立、安全，周边没有学校。')
      await form.getByLabel('另一名核查人员').fill('沙湖核查 吴江')
    })
    await openFile(reviewer, number)
    await takeStep(reviewer, '拟准予许可', opinion('两人实地核查，符合条件，拟准予许可。'))
    const decider = await officer(browser, 'decider')
    await openFile(decider, number)
    await takeStep(decider, '准予许可', opinion('同意。'))
    await decider
      .getByText(/准予.*决定书/)
      .first()
      .waitFor()
    const licenceNo = /\b440785\d{6}\b/.exec(await decider.getByRole('main').innerText())?.[0]
    await keepPicture(decider, 'console-new-granted')
    const reply = await fetch(`${inject('house').server}/api/licensing/verification/${licenceNo}`)
    expect(await reply.json()).toMatchObject({ state: 'valid', currentVersion: 1 })
    await verifier.context().close()
    await reviewer.context().close()
    await decider.context().close()
  })
})
