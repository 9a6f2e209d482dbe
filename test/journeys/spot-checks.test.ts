import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { momentOf } from '../../src/kernel/dates.ts'
import { drawGrants } from '../../src/modules/licensing/actions/draw-spot-checks.ts'
import { spotCheckPolicy } from '../../src/modules/licensing/policy.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { attachEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { axeFindings } from '../../web/shared/testing/axe.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer } from './desk.ts'
import { keepPicture } from './picture.ts'
import { visit } from './terminal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closePages)

/** A telephone changed at the terminal, granted by the machine; gives the number of the application. */
async function automaticGrant(cardId: string): Promise<string> {
  const visitor = await visit(browser)
  await visitor.press(/^变更/)
  await visitor.lay(cardId)
  await visitor.proveByCode()
  for (const digit of '13800138222') await visitor.press(new RegExp(`^${digit}$`))
  await visitor.press('选好了，继续')
  await visitor.sign()
  await visitor.press('我同意，提交申请')
  await visitor.heading(/准予变更/)
  const number = /R\d{8}-\d{6}/.exec(await visitor.page.getByRole('main').innerText())?.[0] ?? ''
  await visitor.page.close()
  return number
}

/** The job of tomorrow morning, today, on the database of the house; every grant is chosen, so that nothing hangs on chance. */
async function drawOfTomorrow(): Promise<void> {
  const { appUrl } = await attachEmbeddedPostgres(join(inject('house').dataFolder, 'postgres'))
  const database = openDatabase(appUrl, { connections: 1 })
  const tomorrow = momentOf(Temporal.Now.instant().add({ hours: 24 }))
  try {
    await database.within({ areas: 'all' }, tx =>
      drawGrants(tx, tomorrow, day => ({ ...spotCheckPolicy(day), grantShare: 100 })),
    )
  } finally {
    await database.close()
  }
}

it('what the machine granted is looked at again by one person, and who differs leaves the rest to another', async () => {
  const number = await automaticGrant('early')
  await drawOfTomorrow()

  const reviewer = await officer(browser, 'reviewer2')
  await reviewer.goto(`${inject('house').server}/console/spot-checks`)
  const card = reviewer.getByRole('region', { name: number })
  await card.getByText('待复核').waitFor()
  await keepPicture(reviewer, 'console-spot-checks')
  await card.getByLabel('意见').fill('电话与登记的本人不符，应由人核对。')
  await card.getByLabel(/规则/).fill('R08')
  await card.getByRole('button', { name: '不同意' }).click()
  await card.getByText('待决定是否启动撤销程序').waitFor()
  // Whoever differed finds no way to decide the rest.
  expect(await card.getByRole('button').count()).toBe(0)

  const decider = await officer(browser, 'decider2')
  await decider.goto(`${inject('house').server}/console/spot-checks`)
  const same = decider.getByRole('region', { name: number })
  await same.getByRole('textbox').fill('已向本人核实，电话属实。')
  expect(await axeFindings(decider)).toEqual([])
  await same.getByRole('button', { name: '不撤销' }).click()
  await same.getByText('审批 冼平：不撤销；已向本人核实，电话属实。').waitFor()
})
