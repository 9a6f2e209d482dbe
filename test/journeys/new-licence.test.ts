import type { Browser } from 'playwright-core'
import QRCode from 'qrcode'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { mobile } from '../../town/numbers.ts'
import { personas } from '../../town/personas.ts'
import { closePages, openBrowser } from './browser.ts'
import { creditCodeOf } from './counter.ts'
import { type Phone, takePhone } from './phone.ts'

let browser: Browser
let phone: Phone
beforeAll(async () => {
  browser = await openBrowser()
  phone = await takePhone(browser)
  await phone.page.context().grantPermissions(['geolocation'])
  // Ten metres from the invented door, as a telephone would say it.
  await phone.page.context().setGeolocation({ longitude: 112.4416, latitude: 22.3461, accuracy: 12 })
})
afterAll(closePages)

/** The QR of the business licence as a telephone's camera gives it. */
const photograph = async (text: string) =>
  phone.page.locator('input[type=file]').setInputFiles({
    ...{ name: '执照.png', mimeType: 'image/png' },
    buffer: await QRCode.toBuffer(text, { scale: 6 }),
  })

describe('新办 on the own telephone', () => {
  it('offers the business that is registered in one’s name, reads its code instead, and is kept as a draft', async () => {
    await phone.open('/apply/issue')
    await phone.heading('新办许可证')
    expect(await phone.sound()).toEqual([])
    await phone.shot('phone-new-guide')
    await phone.signInByIdentity('陆小燕')
    await phone.heading('给哪家店办')
    await phone.page.getByRole('button', { name: '小燕食杂店' }).waitFor()
    expect(await phone.sound()).toEqual([])
    await phone.shot('phone-new-business')
    // Whoever has another business says which, by its paper.
    await phone.press('不是这些，填代码')
    await phone.heading(/统一社会信用代码/)
    await phone.page.getByRole('textbox').fill('123')
    await phone.press('选好了，继续')
    await phone.page.getByText('不对，请再核对一遍').waitFor()
    expect(await phone.sound()).toEqual([])
    await photograph(`https://gsxt.example/?uniscid=${creditCodeOf('小燕食杂店')}`)
    await phone.heading('店面是谁的')
    await phone.press(/^自有/)
    await phone.press('存下来，以后再办')
    await phone.page.getByText('已经存好').waitFor()
  })

  it('goes on where it was, takes all that is usual by one page, and is received with a message', async () => {
    await phone.open('/me')
    await phone.page.getByRole('link', { name: '接着办' }).click()
    await phone.heading(/营业执照上/)
    await phone.shot('phone-new-facts')
    await phone.press('都对，继续')
    for (const digit of '28') await phone.press(new RegExp(`^${digit}$`))
    await phone.press('选好了，继续')
    await phone.heading('这些对吗')
    await phone.press('我在店里，定位')
    await phone.page.getByText('已定位，误差约12米').waitFor()
    expect(await phone.sound()).toEqual([])
    await phone.shot('phone-new-confirm')
    await phone.press('改：位置')
    await phone.page.locator('.place-map[data-drawn]').waitFor()
    await phone.shot('phone-new-place')
    // The same without map or finger.
    await phone.page.getByText('不用地图也可以').press('Enter')
    await phone.page.getByRole('button', { name: '10米' }).press('Enter')
    await phone.page.getByRole('button', { name: '往北' }).press('Enter')
    await phone.page.getByText(/北纬22\.34619度，误差约50米/).waitFor()
    expect(await phone.sound()).toEqual([])
    await phone.press('店就在图钉这里')
    await phone.page.getByText('已定位，误差约50米').waitFor()
    await phone.press('都对，继续')
    await phone.heading('先核对了一遍')
    expect(await phone.sound()).toEqual([])
    await phone.shot('phone-new-checked')
    await phone.page.getByText('新办要由两名工作人员实地核查后决定。').waitFor()
    await phone.press('知道了，继续')
    await phone.heading('看告知书并签名')
    expect(await phone.sound()).toEqual([])
    await phone.sign()
    await phone.press('我同意，提交申请')
    await phone.heading(/申请已经收到/)
    await phone.shot('phone-new-result')
    const number = /R\d{8}-\d{6}/.exec(await phone.page.getByRole('main').innerText())?.[0] ?? ''
    // To the telephone that the unified identity gave: nobody typed it.
    const own = mobile(personas.find(({ id }) => id === 'newcomer')?.sequence ?? 0)
    const told = async () => {
      const { messages } = (await (await fetch(`${inject('house').server}/api/demo/phone`)).json()) as {
        messages: { phone: string; text: string }[]
      }
      return messages.some(({ phone: to, text }) => to === own && text.includes(number))
    }
    await expect.poll(told).toBe(true)
  })
})
