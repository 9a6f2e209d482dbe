import { describe, expect, test } from 'vitest'
import { audit, toggle, violations } from './testing/audit.ts'
import { open, type ScreenCase, screens } from './testing/screens.ts'
import { atTerminal, openTerminals } from './testing/stand.ts'

openTerminals()

describe.concurrent('every screen holds the floors at every size, in both views and languages, and has no axe violation', () => {
  test.each(screens)(
    '$name',
    async (screen: ScreenCase) => {
      await atTerminal(async (page, agent) => {
        await open(page, agent, screen)
        expect(await violations(page)).toEqual([])
        expect(await page.getByText('模拟数据').count()).toBe(screen.name === 'agentLost' ? 0 : 1)
        expect(await audit(page, screen.name)).toEqual([])
      })
      // Waiting for a free stand counts too.
    },
    60_000,
  )
})

describe('the elder view has no axe violation either', () => {
  test.each(
    screens.filter(({ name }) => ['home', 'facts', 'signature-missing', 'granted-law', 'countdown'].includes(name)),
  )('$name', async (screen: ScreenCase) => {
    await atTerminal(async (page, agent) => {
      await open(page, agent, screen)
      await toggle(page, 'view')
      expect(await violations(page)).toEqual([])
    })
  })
})
