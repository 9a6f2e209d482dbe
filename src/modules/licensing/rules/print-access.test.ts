import { expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { handlesPrint, isOfVisit, ownsPrint } from './print-access.ts'

const print = { personIndex: 'p1', sessionId: 's1', terminalId: 't1' }
const citizen = (personIndex: string, sessionId: string): Actor => ({
  kind: 'citizen',
  personIndex,
  sessionId,
  terminalId: 't1',
  method: 'card',
})
const staff: Actor = { kind: 'staff', staffId: '1', sessionId: 's1', roles: ['head'], areas: ['440785'] }

it.each<[string, Actor, boolean, boolean]>([
  ['the session that reserved it', citizen('p1', 's1'), true, true],
  ['a later session of the same person', citizen('p1', 's2'), false, true],
  ['the next person at the same terminal', citizen('p2', 's2'), false, false],
  ['another person with the same session id', citizen('p2', 's1'), false, false],
  ['the terminal it was reserved at', { kind: 'terminal', terminalId: 't1' }, true, false],
  ['another terminal', { kind: 'terminal', terminalId: 't2' }, false, false],
  ['staff', staff, false, false],
  ['nobody in particular', { kind: 'anonymous' }, false, false],
])('%s: may handle %s', (_, actor, handles, owns) => {
  expect(handlesPrint(actor, print)).toBe(handles)
  expect(ownsPrint(actor, print)).toBe(owns)
})

it('a print reserved at no terminal is open to no terminal', () => {
  expect(handlesPrint({ kind: 'terminal', terminalId: 'null' }, { ...print, terminalId: null })).toBe(false)
})

it('a print of the window is of one visit of one person', () => {
  expect(isOfVisit({ personIndex: 'p1', sessionId: 's1' }, print)).toBe(true)
  expect(isOfVisit({ personIndex: 'p1', sessionId: 's2' }, print)).toBe(false)
  expect(isOfVisit({ personIndex: 'p2', sessionId: 's1' }, print)).toBe(false)
})
