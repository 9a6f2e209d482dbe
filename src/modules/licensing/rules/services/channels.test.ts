import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Channel, channels, type ServiceCode, serviceCodes } from './service.ts'
import { services } from './table.ts'

/**
 * 事项×渠道 (issue 3; reference §2.1): what is offered where, and the journey in a browser that walks it. '-' = not offered, and why
 * stands in decision 0020. A helper sits beside at a terminal: one journey shows it for all.
 */
const offered: Readonly<Record<ServiceCode, Readonly<Record<Channel, string>>>> = {
  issue: {
    terminal: '-',
    online: 'new-licence.test.ts: goes on where it was',
    window: 'counter-services.test.ts: is filled from the business licence',
    helper: '-',
  },
  renewal: {
    terminal: 'renewal.test.ts: ',
    online: 'phone.test.ts: 延续 by a code',
    window: 'counter-services.test.ts: 延续',
    helper: 'window.test.ts: proves presence by a code',
  },
  change: {
    terminal: 'services.test.ts: 变更: a new telephone',
    online: 'phone.test.ts: 变更 of the name',
    window: 'counter-services.test.ts: 变更',
    helper: 'window.test.ts: proves presence by a code',
  },
  suspend: {
    terminal: 'services.test.ts: 停业: too short',
    online: 'phone.test.ts: 停业 begun on the telephone',
    window: 'counter-services.test.ts: 停业',
    helper: 'window.test.ts: proves presence by a code',
  },
  resume: {
    terminal: 'services.test.ts: 恢复营业: nothing has changed',
    online: 'phone.test.ts: 恢复营业 by the unified identity',
    window: 'counter-services.test.ts: 恢复营业',
    helper: 'window.test.ts: proves presence by a code',
  },
  reissue: {
    terminal: 'services.test.ts: 补办: the word of the holder',
    online: 'phone.test.ts: 补办 by the unified identity',
    window: 'window.test.ts: takes 补办',
    helper: 'window.test.ts: proves presence by a code',
  },
  close: {
    terminal: 'services.test.ts: 歇业: asked twice',
    online: 'phone.test.ts: 歇业 by a code is refused',
    window: 'counter-services.test.ts: 歇业（注销）',
    helper: 'window.test.ts: proves presence by a code',
  },
}

const pairs = serviceCodes.flatMap(code => channels.map(channel => [code, channel, offered[code][channel]] as const))
const journeys = join(import.meta.dirname, '../../../../../test/journeys')

describe('every service on every channel', () => {
  it.each(pairs)('%s, %s: %s', (code, channel, journey) => {
    expect(services[code].channels.includes(channel)).toBe(journey !== '-')
    if (journey === '-') return
    const [file = '', title = ''] = journey.split(/: (.*)/u)
    expect(readFileSync(join(journeys, file), 'utf8')).toContain(title)
  })

  it('the counter stays open for everything, whoever likes no machine (YH 37)', () => {
    for (const code of serviceCodes) expect(services[code].channels).toContain('window')
  })
})
