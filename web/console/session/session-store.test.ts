import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffView } from '#contract/access'
import { drafts } from '../application/drafts.ts'
import { createSessionStore } from './session-store.ts'

const staff = (id: string): StaffView => ({ id, account: id, name: id, roles: ['window'], areas: [], idleSeconds: 900 })

describe('the session of a desk', () => {
  beforeEach(() => drafts.clear())

  it('keeps the drafts through a lock for the same person', () => {
    const store = createSessionStore()
    store.enter(staff('a'))
    drafts.set('x', 'typed')
    store.lock('idle')
    expect(store.get()).toMatchObject({ state: 'locked', reason: 'idle' })
    store.enter(staff('a'))
    expect(drafts.get('x')).toBe('typed')
  })

  it('never shows the drafts to somebody else', () => {
    const store = createSessionStore()
    store.enter(staff('a'))
    drafts.set('x', 'typed')
    store.lock('ended')
    store.enter(staff('b'))
    expect(drafts.size).toBe(0)
  })

  it('throws the drafts away at the sign-out', () => {
    const store = createSessionStore()
    store.enter(staff('a'))
    drafts.set('x', 'typed')
    store.leave()
    expect([drafts.size, store.get().state]).toEqual([0, 'signedOut'])
  })

  it('has nothing to lock before anybody has signed in', () => {
    const store = createSessionStore()
    store.leave()
    store.lock('ended')
    expect(store.get().state).toBe('signedOut')
  })
})
