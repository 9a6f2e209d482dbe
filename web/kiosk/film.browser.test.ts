import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { audit, violations } from './testing/audit.ts'
import { atTerminal, openTerminals } from './testing/stand.ts'

openTerminals()

const playing = (page: Page, after = 0) =>
  page.waitForFunction(from => (document.querySelector('video')?.currentTime ?? 0) > from, after)

describe('看示范 at the terminal', () => {
  test('plays with words below it, in the chosen voice, is clean for axe in both views, and stops where it began', async () => {
    await atTerminal(async (page, agent) => {
      await page.goto(agent.url)
      await page.getByRole('button', { name: '粤语' }).click()
      await page.getByRole('button', { name: /延续许可证/ }).click()
      // Nothing plays that nobody asked for.
      expect(await page.locator('video').count()).toBe(0)
      await page.getByRole('button', { name: '看示范' }).click()
      await playing(page, 0.4)
      await page.getByText('怎么延续许可证', { exact: false }).waitFor()
      expect(await page.locator('video').getAttribute('src')).toMatch(/films\/renewal\.yue\.webm$/)
      expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.muted)).toBe(false)
      expect(await violations(page)).toEqual([])
      expect(await audit(page, 'film')).toEqual([])
      await page.getByRole('button', { name: '看完了，回去办' }).click()
      await page.getByRole('heading', { name: '请把身份证放在读卡区' }).waitFor()
      // The reader waits again: the card opens the service that was chosen before.
      agent.device({ reader: 'cardPresent' })
      await page.getByRole('heading', { name: '请核对您的许可证' }).waitFor()
    })
  })

  test('ends by itself at the step it was asked from, and counts as being there while it plays', async () => {
    await atTerminal(async (page, agent) => {
      agent.world.idleSeconds = 21
      await page.goto(agent.url)
      await page.getByRole('button', { name: /延续许可证/ }).click()
      agent.device({ reader: 'cardPresent' })
      await page.getByRole('button', { name: '看示范' }).click()
      await playing(page, 1.5)
      expect(await page.getByRole('dialog').count()).toBe(0)
      await page.locator('video').evaluate((video: HTMLVideoElement) => {
        video.currentTime = video.duration - 0.2
      })
      await page.getByRole('heading', { name: '请核对您的许可证' }).waitFor()
    })
  })
})
