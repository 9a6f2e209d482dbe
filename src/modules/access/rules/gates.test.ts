import { describe, expect, it } from 'vitest'
import { mayRunAct } from './act-target.ts'
import { enrolmentCodeOf, plainEnrolmentCode } from './enrolment-code.ts'
import { isOwnPage } from './same-site.ts'
import { covers } from './scope.ts'

describe('where a sealed act may go', () => {
  it.each([
    ['POST', '/api/licensing/applications', true],
    ['POST', '/api/licensing/prints/7f/confirmation', true],
    ['POST', '/api/access/help-calls', true],
    ['POST', '/api/access/help-calls/1/answer', false],
    ['POST', '/api/access/terminals', false],
    ['POST', '/api/access/staff-sessions', false],
    ['POST', '/api/access/terminal-acts', false],
    ['POST', '/api/licensing/../access/terminals', false],
    ['POST', '/api/licensing/%2e%2e/access/terminals', false],
    ['POST', '/api/licensing/', false],
    ['POST', '/api/licensing/applications?x=1', false],
    ['POST', 'http://elsewhere/api/licensing/applications', false],
    ['POST', '/api/licensing/applications\n', false],
    ['GET', '/api/licensing/applications', false],
    ['DELETE', '/api/licensing/applications', false],
    ['post', '/api/licensing/applications', false],
  ])('%s %s: %s', (method, url, allowed) => {
    expect(mayRunAct({ method, url })).toBe(allowed)
  })
})

describe('a write that a cookie vouches for', () => {
  it.each([
    [{ host: 'yzt.test' }, true],
    [{ host: 'yzt.test', 'sec-fetch-site': 'same-origin' }, true],
    [{ host: 'yzt.test', 'sec-fetch-site': 'none' }, true],
    [{ host: 'yzt.test', 'sec-fetch-site': 'cross-site' }, false],
    [{ host: 'yzt.test', 'sec-fetch-site': 'same-site' }, false],
    [{ host: 'yzt.test', origin: 'https://yzt.test' }, true],
    [{ host: '10.0.0.5:8080', origin: 'https://public.test' }, true],
    [{ host: 'yzt.test', origin: 'https://evil.test' }, false],
    [{ host: 'yzt.test', origin: 'null' }, false],
    [{ host: 'yzt.test', origin: 'http://yzt.test:9999' }, false],
    [{ host: 'yzt.test', origin: 'https://yzt.test.evil.test' }, false],
    [{ host: 'yzt.test', origin: 'https://yzt.test', 'sec-fetch-site': 'cross-site' }, false],
  ])('%o is ours: %s', (headers, own) => {
    expect(isOwnPage(headers, 'https://public.test')).toBe(own)
  })
})

describe('an enrolment code', () => {
  it('is four groups of five without a letter that looks like a digit', () => {
    expect(enrolmentCodeOf('3f'.repeat(32))).toMatch(/^(?:[2-9A-HJ-NP-Y]{5}-){3}[2-9A-HJ-NP-Y]{5}$/u)
  })

  it('is forgiven blanks, hyphens and case', () => {
    expect(plainEnrolmentCode(' abcde-2Abc ')).toBe('ABCDE2ABC')
  })
})

it.each([
  [['440785'], '440785103', true],
  [['440785103'], '440785103', true],
  [['440785103'], '440785103001', true],
  [['440785103'], '440785104', false],
  [['440785103'], '440785', false],
  [['440784'], '440785', false],
  [[], '440785', false],
])('areas %o cover %s: %s', (areas, place, covered) => {
  expect(covers(areas, place)).toBe(covered)
})
