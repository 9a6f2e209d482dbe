import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { open, screens, sign, toResult } from './testing/screens.ts'
import { atTerminal, openTerminals } from './testing/stand.ts'

openTerminals()

describe('a renewal', () => {
  test('takes five taps from card to result, says the outcome, and prints with one more', async () => {
    await atTerminal(async (page, agent) => {
      await page.goto(agent.url)
      await page.evaluate(() => {
        addEventListener('click', event => {
          // A stroke of the signature ends in a click on the pad; the whole signature is one touch of the eight.
          if (event.target instanceof HTMLCanvasElement) return
          document.documentElement.dataset['taps'] = String(Number(document.documentElement.dataset['taps'] ?? 0) + 1)
        })
      })
      await toResult(page, agent)
      await page.getByRole('heading', { level: 1, name: /准予延续。新的有效期到2032年1月19日/ }).waitFor()
      // 延续 before the card; then facts, delivery, phone, notice, submit; the signature makes the eighth.
      expect(Number(await page.evaluate(() => document.documentElement.dataset['taps']))).toBeLessThanOrEqual(7)
      await page.getByRole('button', { name: '打印许可证' }).click()
      await page.getByRole('button', { name: '拿到了', exact: true }).click()
      await page.getByRole('heading', { name: '都办好了' }).waitFor()
      expect(agent.calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
        'POST /device/card-session',
        'POST /api/licensing/applications',
        'POST /api/licensing/prints',
        'POST /device/prints',
        'POST /api/licensing/prints/5f1c2f8e-0000-4000-8000-000000000001/confirmation',
      ])
    })
  })

  test('a double tap answers one question only, and submits once', async () => {
    await atTerminal(async (page, agent) => {
      await page.goto(agent.url)
      await page.getByRole('button', { name: /延续许可证/ }).click()
      agent.device({ reader: 'cardPresent' })
      await page.getByRole('button', { name: '都对，继续' }).dblclick()
      await page.getByRole('heading', { name: '纸质许可证怎么给您' }).waitFor()
      await page.getByRole('button', { name: /不用送/ }).click()
      await page.getByRole('button', { name: '是，没有变' }).click()
      await page.getByRole('button', { name: '我同意' }).click()
      await sign(page)
      await page.getByRole('button', { name: '提交申请' }).dblclick()
      await page.getByRole('heading', { name: /准予延续/ }).waitFor()
      expect(agent.calls.filter(call => call.url === '/api/licensing/applications')).toHaveLength(1)
    })
  })

  test('goes by keyboard alone, except the signature', async () => {
    await atTerminal(async (page, agent) => {
      await page.goto(agent.url)
      await tabTo(page, /延续许可证/)
      agent.device({ reader: 'cardPresent' })
      await tabTo(page, /都对，继续/)
      await tabTo(page, /不用送/)
      await tabTo(page, /换了号码/)
      await page.getByRole('textbox', { name: '电话号码' }).focus()
      // Full-width digits of a Chinese keyboard become plain ones.
      await page.keyboard.insertText('１３８００１３８０００')
      expect(await page.getByRole('textbox', { name: '电话号码' }).inputValue()).toBe('138 0013 8000')
      await tabTo(page, /就用这个/)
      await tabTo(page, /我同意/)
      await page.getByRole('heading', { name: /签上您的名字/ }).waitFor()
    })
  })
})

async function tabTo(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).waitFor()
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name.test(focused)) return page.keyboard.press('Enter')
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

describe('after a visit', () => {
  const traces = /梁|4021|440785104567|阿英|13800138000|2046/

  test('nothing of the citizen is left on the page, in storage or in the history, and the view is the standard one', async () => {
    await atTerminal(async (page, agent) => {
      await page.goto(agent.url)
      const entries = await page.evaluate(() => history.length)
      await page.getByRole('button', { name: '长辈版' }).click()
      await page.getByRole('button', { name: /延续许可证/ }).click()
      agent.device({ reader: 'cardPresent' })
      await page.getByRole('heading', { name: '请核对您的许可证' }).waitFor()
      // What is looked for afterwards is really there before.
      expect(await page.content()).toMatch(traces)
      await page.evaluate(() => Object.assign(window, { sameHeap: true }))
      await page.getByRole('navigation').getByRole('button', { name: '退出' }).click()
      agent.device({ reader: 'ready' })
      await page.getByRole('heading', { name: '请选择要办的事' }).waitFor()
      const left = await page.evaluate(async () => ({
        html: document.documentElement.outerHTML,
        heap: 'sameHeap' in window,
        local: localStorage.length + sessionStorage.length,
        cookies: document.cookie,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        entries: history.length,
        view: document.documentElement.dataset['view'],
      }))
      expect(left.html).not.toMatch(traces)
      expect(left).toMatchObject({
        heap: false,
        local: 0,
        cookies: '',
        databases: 0,
        caches: 0,
        entries,
        view: 'standard',
      })
      expect(agent.calls.some(call => call.method === 'DELETE' && call.url === '/device/card-session')).toBe(true)
      await page.goBack()
      expect(await page.content()).not.toMatch(traces)
    })
  })

  test('a card that stayed on the reader does not open the next visit', async () => {
    await atTerminal(async (page, agent) => {
      agent.world.device.reader = 'cardPresent'
      await page.goto(agent.url)
      await page.getByRole('heading', { name: '请选择要办的事' }).waitFor()
      await page.waitForTimeout(200)
      expect(agent.calls).toEqual([])
    })
  })
})

describe('the countdown', () => {
  const countdown = screens.filter(screen => screen.name === 'countdown')

  test('继续办理 goes on and tells the agent', async () => {
    await atTerminal(async (page, agent) => {
      for (const screen of countdown) await open(page, agent, screen)
      // While the page behind it changes, the dialog may close and open once more.
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('继续办理')
      agent.world.idleSeconds = 60
      await page.getByRole('button', { name: '继续办理' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await expect.poll(() => agent.calls.some(call => call.url === '/device/card-session/extend')).toBe(true)
      await page.waitForTimeout(400)
      expect(await page.getByRole('dialog').count()).toBe(0)
    })
  })

  test('at its end the visit is over without a touch', async () => {
    await atTerminal(async (page, agent) => {
      agent.world.idleSeconds = 1
      await page.goto(agent.url)
      await page.getByRole('button', { name: /延续许可证/ }).click()
      agent.device({ reader: 'cardPresent' })
      await page.getByRole('heading', { name: '请拿走身份证' }).waitFor()
      expect(await page.content()).not.toMatch(/梁|阿英/)
    })
  })
})

describe('the machine itself', () => {
  test('shows a fault at once and opens again by itself when it is mended', async () => {
    await atTerminal(async (page, agent) => {
      await page.goto(agent.url)
      agent.device({ reader: 'absent' })
      await page.getByRole('heading', { name: /读卡器没有接上/ }).waitFor()
      agent.device({ reader: 'ready' })
      await page.getByRole('heading', { name: '请选择要办的事' }).waitFor()
    })
  })

  test('the sounds of its prompts are there and are played', async () => {
    await atTerminal(async (page, agent) => {
      const asked = page.waitForRequest(/speech\/home\.ogg$/)
      await page.goto(agent.url)
      await asked
      const type = await page.evaluate(() => new Audio().canPlayType('audio/ogg; codecs=opus'))
      expect(type).toBe('probably')
    })
  })

  test.each(['standard', 'elder'])(
    '粤语 is one touch away in the %s view, and forgotten with the visit',
    async view => {
      await atTerminal(async (page, agent) => {
        await page.goto(agent.url)
        if (view === 'elder') await page.getByRole('button', { name: '长辈版' }).click()
        const cantonese = page.waitForRequest(/speech\/yue\/home\.ogg$/)
        await page.getByRole('button', { name: '粤语' }).click()
        await cantonese
        const next = page.waitForRequest(/speech\/yue\/layCard\.ogg$/)
        await page.getByRole('button', { name: /延续许可证/ }).click()
        await next
        await page.getByRole('navigation').getByRole('button', { name: '退出' }).click()
        await page.getByRole('button', { name: '粤语' }).waitFor()
      })
    },
  )
})
