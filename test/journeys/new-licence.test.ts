import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { closePages, openBrowser } from './browser.ts'
import { cardOf, creditCodeOf } from './counter.ts'
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

const write = async (text: string) => {
  await phone.page.getByRole('textbox').fill(text)
  await phone.press('选好了，继续')
}
const digits = async (text: string) => {
  for (const digit of text) await phone.press(new RegExp(`^${digit}$`))
}

describe('新办 on the own telephone', () => {
  it('begins with the code of the business licence, asks nothing that stands on it, and is kept as a draft', async () => {
    await phone.open('/apply/issue')
    await phone.heading('新办许可证')
    expect(await phone.sound()).toEqual([])
    await phone.shot('phone-new-guide')
    await phone.press('开始申请')
    await phone.signInByIdentity('陆小燕')
    await phone.heading(/统一社会信用代码/)
    await write('123')
    await phone.page.getByText('不对，请再核对一遍').waitFor()
    await write(creditCodeOf('小燕食杂店'))
    await phone.heading(/营业执照上/)
    expect(await phone.sound()).toEqual([])
    await phone.shot('phone-new-facts')
    await phone.press('都对，继续')
    await write(cardOf('newcomer').idNo)
    await phone.press(/^是/)
    await phone.heading(/地图上/)
    expect(await phone.sound()).toEqual([])
    await phone.press('存下来，以后再办')
    await phone.page.getByText('已经存好').waitFor()
  })

  it('goes on where it was, shows the rules before the signature, and is received with a message', async () => {
    await phone.open('/me')
    await phone.page.getByRole('link', { name: '接着办' }).click()
    await phone.press('都对，继续')
    // A draft never keeps the identity number.
    await write(cardOf('newcomer').idNo)
    await phone.press(/用手机定位/)
    await phone.page.getByText(/误差约12米/).waitFor()
    await phone.page.locator('.place-map[data-drawn]').waitFor()
    await phone.shot('phone-new-place')
    // The same without map or finger.
    await phone.page.getByText('不用地图也可以').press('Enter')
    await phone.page.getByRole('button', { name: '10米' }).press('Enter')
    await phone.page.getByRole('button', { name: '往北' }).press('Enter')
    await phone.page.getByText(/北纬22\.34619度，误差约50米/).waitFor()
    expect(await phone.sound()).toEqual([])
    await phone.press('店就在图钉这里')
    await phone.press(/^自有/)
    await digits('28')
    await phone.press('选好了，继续')
    await phone.press(/^是/)
    await phone.press(/^食杂店/)
    await phone.press('卷烟零售')
    await phone.press('选好了，继续')
    await phone.press(/^是/)
    await phone.heading('先核对了一遍')
    expect(await phone.sound()).toEqual([])
    await phone.shot('phone-new-checked')
    await phone.page.getByText('新办要由两名工作人员实地核查后决定。').waitFor()
    await phone.press('知道了，继续')
    await phone.press(/送到店里/)
    await digits('13800138444')
    await phone.press('就用这个')
    await phone.finish()
    await phone.heading(/申请已经收到/)
    await phone.shot('phone-new-result')
    const number = /R\d{8}-\d{6}/.exec(await phone.page.getByRole('main').innerText())?.[0] ?? ''
    const told = async () => {
      const { messages } = (await (await fetch(`${inject('house').server}/api/demo/phone`)).json()) as {
        messages: { phone: string; text: string }[]
      }
      return messages.some(({ phone: to, text }) => to === '13800138444' && text.includes(number))
    }
    await expect.poll(told).toBe(true)
  })
})
