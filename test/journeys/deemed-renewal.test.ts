import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { one } from '../../src/modules/licensing/testing/renewal-house.ts'
import { closePages, openBrowser } from './browser.ts'
import { officer, openFile, takeStep } from './desk.ts'
import { type MovedHouse, openMovedHouse } from './moved-house.ts'
import { keepPicture } from './picture.ts'

const licenceNo = '440785100001'
/** Ten in the morning in 恩平. */
const instantOf = (day: string) => `${day}T02:00:00Z`
let browser: Browser
let house: MovedHouse
beforeAll(async () => {
  ;[browser, house] = await Promise.all([openBrowser(), openMovedHouse(instantOf('2026-11-23'))])
})
afterAll(async () => {
  await closePages()
  await house.close()
})

const verification = async (): Promise<unknown> =>
  (await fetch(`${house.server}/api/licensing/verification/${licenceNo}`)).json()

async function keepClocksOn(day: string): Promise<void> {
  house.clock.set(instantOf(day))
  await house.run('licensing.keepClocks')
}

/** What the workers of the house have made of the file by now; nothing moves on before they are done. */
const becomes = (applicationNo: string, expected: object) =>
  expect
    .poll(
      () =>
        one(
          house.county,
          sql`select state,
            (select array_agg(kind order by kind) from licensing.paper p where p.application_no = a.application_no) as papers,
            (select count(*)::int from licensing.application_event e where e.application_no = a.application_no
              and e.event like 'expiryAlarm:%') as alarms
          from licensing.application a where application_no = ${applicationNo}`,
        ),
      { timeout: 20_000 },
    )
    .toMatchObject(expected)

it('a renewal nobody decided is granted by law the day after expiry; the head confirms it, and the licence answers 有效', async () => {
  const { county, server } = house
  await county.addShops([{ no: licenceNo, person: 1, validTo: '2027-01-15' }], { siteCheckedOn: null })
  const filed = await county.submit(licenceNo, county.citizen(1))
  if (!filed.ok) throw new Error(filed.refusal)
  expect(filed.value.outcome).toBe('person')
  const { applicationNo } = filed.value
  await becomes(applicationNo, { state: 'submitted', papers: ['receipt'] })

  // The bureau stays silent: accepted by that, then on its last day the old licence still, the day after renewed without a gap.
  const accepted = { state: 'accepted', papers: ['acceptance', 'receipt'] }
  await keepClocksOn('2026-12-01')
  await becomes(applicationNo, accepted)
  await keepClocksOn('2027-01-15')
  await becomes(applicationNo, { ...accepted, alarms: 3 })
  expect(await verification()).toMatchObject({ state: 'valid', currentVersion: 1 })
  await keepClocksOn('2027-01-16')
  await becomes(applicationNo, { state: 'deemedGranted', papers: ['acceptance', 'deemedRenewal', 'receipt'] })
  expect(await verification()).toMatchObject({ state: 'valid', currentVersion: 2 })

  const head = await officer(browser, 'head', { server, now: instantOf('2027-01-16') })
  await head.getByText(applicationNo).first().waitFor()
  await head.getByText('视为准予').first().waitFor()
  await keepPicture(head, 'console-deemed-list')
  await openFile(head, applicationNo, server)
  await head.getByText('视为准予延续确认书').first().waitFor()
  await head.getByRole('button', { name: '确认视为准予延续', exact: true }).first().waitFor()
  await keepPicture(head, 'console-deemed', { fullPage: true })
  await takeStep(head, '确认视为准予延续', async form =>
    form.getByRole('textbox').last().fill('届满前未作决定，确认。'),
  )
  await head.getByText('届满前未作决定，确认。').first().waitFor()
  await becomes(applicationNo, { state: 'granted', papers: ['acceptance', 'deemedRenewal', 'receipt'] })

  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await phone.clock.setFixedTime(instantOf('2027-01-16'))
  await phone.goto(`${server}/v#${licenceNo}`)
  await phone.getByText('有效', { exact: true }).first().waitFor()
  await phone.getByText('第 2 版').waitFor()
  await keepPicture(phone, 'portal-deemed', { fullPage: true })
})
