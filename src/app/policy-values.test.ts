import { afterAll, beforeAll, expect, it } from 'vitest'
import { licensingPolicySubject, replayRules } from '#modules/licensing'
import { act } from '#platform/act'
import type { Tx } from '#platform/database'
import { createLogger } from '#platform/log'
import { holdPublished } from '#platform/policy'
import { keepPolicyFresh, readPublished } from '#platform/policy/published'
import { licensingPolicy } from '../modules/licensing/policy.ts'
import { everything, moment, openRenewalHouse, type RenewalHouse } from '../modules/licensing/testing/renewal-house.ts'
import { type DraftRequest, draftValue, withdrawDraft } from '../modules/policies/actions/draft-value.ts'
import { publishDraft } from '../modules/policies/actions/publish-draft.ts'
import { cancelTrial, startTrial, tryPage } from '../modules/policies/actions/try-draft.ts'
import { findTrialView, listDrafts, listValues } from '../modules/policies/queries.ts'
import { findTrial } from '../modules/policies/store.ts'

/** 本局参数 from the draft to the application that is treated by it, through the domains as the house joins them. */
let house: RenewalHouse
const at = moment('2026-11-23')
const subjects = [licensingPolicySubject]
const [drafter, publisher] = ['staff:drafter', 'staff:publisher']
beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops(['440785100001', '440785100002', '440785100003'].map((no, n) => ({ no, person: n + 1 })))
})
afterAll(async () => {
  holdPublished([])
  await house.close()
})

const all = <T>(work: (tx: Tx) => Promise<T>) => house.all(work)
const draft = (change: Partial<DraftRequest>) =>
  all(tx =>
    draftValue(
      tx,
      { key: 'renewal.siteCheckMaxAgeDays', value: 30, why: '缩短', basis: '局务会议', by: drafter, at, ...change },
      subjects,
    ),
  )
const openDraftId = async () => (await all(tx => listDrafts(tx, drafter)))[0]?.id ?? 0
const publish = (id: number, change: { by?: string; effective?: string } = {}) =>
  all(tx => publishDraft(tx, { id, effective: '2026-11-24', by: publisher, at, ...change }, subjects))
async function tried(draftId: number): Promise<number> {
  const trial = await all(tx => startTrial(tx, { draftId, last: 100, by: drafter, at }, subjects))
  if (!trial.ok) throw new Error(trial.refusal)
  while (await all(tx => tryPage(tx, trial.value, at, subjects))) expect(true).toBe(true)
  return trial.value
}
const renew = async (n: number, day: string) => {
  const on = moment(day)
  const setting = { ...house.setting, policy: licensingPolicy(on.today) }
  const result = await house.submit(`44078510000${n}`, house.citizen(n), { at: on, capturedAt: on, setting })
  return result.ok ? result.value.outcome : result.refusal
}

it('a draft needs a value that fits and that the law allows, and words for why and on what ground', async () => {
  expect(await draft({ key: 'no.such' })).toMatchObject({ refusal: 'policyKeyUnknown' })
  expect(await draft({ value: 'x' })).toMatchObject({ refusal: 'policyValueWrong' })
  expect(await draft({ value: 365 })).toMatchObject({ refusal: 'policyValueSame' })
  expect(await draft({ why: ' ' })).toMatchObject({ refusal: 'policyWordsMissing' })
  for (const [key, value] of [
    ['automatic.issue', true],
    ['application.promisedDays', 21],
    ['application.correctionDays', 6],
    ['renewal.identityMethods', 'face'],
  ] as const)
    expect(await draft({ key, value })).toMatchObject({ refusal: 'policyValueWrong' })
})

it('drafted, tried on the past, published by a second person, in force from its day, and every old run still repeats', async () => {
  expect(await renew(1, '2026-11-23')).toBe('grant')
  expect(await draft({})).toMatchObject({ ok: true })
  expect(await draft({ value: 20 })).toMatchObject({ refusal: 'policyDraftOpen' })
  const id = await openDraftId()
  expect(await publish(id)).toMatchObject({ refusal: 'policyTrialMissing' })
  const trial = await tried(id)
  const row = await all(tx => findTrial(tx, trial))
  if (!row) throw new Error('no trial')
  const view = await all(tx => findTrialView(tx, row))
  expect(view.trial).toMatchObject({ state: 'done', total: 1, done: 1, different: 1, inRules: true, beforeValue: 365 })
  expect(view.lines).toMatchObject([{ before: 'grant', after: 'person', rules: ['A01'] }])
  expect(await publish(id, { by: drafter })).toMatchObject({ refusal: 'policyOwnDraft' })
  expect(await publish(id, { effective: '2026-11-22' })).toMatchObject({ refusal: 'policyDayPast' })
  expect(await publish(id)).toMatchObject({ ok: true })
  expect(await publish(id)).toMatchObject({ refusal: 'policyDraftEnded' })

  // Another server, which nobody told: it reads by itself, here every 20 ms instead of every 15 s.
  const kept = await keepPolicyFresh(house.test.database.db, createLogger({ level: 'silent' }), 20)
  expect(await renew(2, '2026-11-23')).toBe('grant')
  expect(await renew(3, '2026-11-24')).toBe('person')
  const values = await all(tx => listValues(tx, moment('2026-11-24').today))
  expect(values.find(({ key }) => key === 'renewal.siteCheckMaxAgeDays')).toMatchObject({
    ...{ value: 30, unconfirmed: false, confirmedBy: publisher, effective: '2026-11-24' },
    versions: [{ value: 30 }, { value: 365, publication: null }],
  })
  const { counts } = await all(tx => replayRules(tx, '1900-01-01'))
  expect(counts).toEqual({ same: 3, different: 0, otherRules: 0, noPolicy: 0 })

  // Going back is one more publication.
  expect(await draft({ value: 365, at: moment('2026-11-24') })).toMatchObject({ ok: true })
  const back = await openDraftId()
  await expect.poll(() => licensingPolicy(moment('2026-11-24').today).checks.siteCheckMaxAgeDays).toBe(30)
  expect(await tried(back)).toBeGreaterThan(trial)
  kept.stop()
})

it('a trial that was stopped counts for no publication, and only the author withdraws', async () => {
  expect(await draft({ key: 'helper.dailyLimit', value: 5 })).toMatchObject({ ok: true })
  const drafts = await all(tx => listDrafts(tx, drafter))
  const id = drafts.find(({ key }) => key === 'helper.dailyLimit')?.id ?? 0
  const trial = await all(tx => startTrial(tx, { draftId: id, last: 10, by: drafter, at }, subjects))
  if (!trial.ok) throw new Error(trial.refusal)
  expect(await all(tx => startTrial(tx, { draftId: id, last: 10, by: drafter, at }, subjects))).toMatchObject({
    refusal: 'policyTrialRunning',
  })
  expect(await all(tx => cancelTrial(tx, trial.value, at))).toMatchObject({ ok: true })
  expect(await all(tx => tryPage(tx, trial.value, at, subjects))).toBe(false)
  expect(await publish(id)).toMatchObject({ refusal: 'policyTrialMissing' })
  expect(await all(tx => withdrawDraft(tx, id, publisher, at))).toMatchObject({ refusal: 'policyNotYourDraft' })
  expect(await all(tx => withdrawDraft(tx, id, drafter, at))).toMatchObject({ ok: true })
})

it('the database itself refuses a publication by its author, into the past, or changed afterwards', async () => {
  const caller = { actor: { kind: 'system', job: 'test' }, requestId: 'r' } as const
  const { savePublication } = await import('#platform/policy/published')
  const good = { key: 'a.b', value: 1, unit: '', basis: 'x', note: '', effective: '2026-11-24', draftedBy: drafter }
  const put = (change: { publishedBy: string; effective?: string }) =>
    act(house.test.database, caller, { action: 'policies.test', scope: everything }, async tx => ({
      ok: true,
      value: await savePublication(tx, { ...good, publishedAt: '2026-11-24T02:00:00Z', ...change }),
    }))
  await expect(put({ publishedBy: drafter })).rejects.toThrow(/policy_by_two/)
  await expect(put({ publishedBy: publisher, effective: '2026-11-23' })).rejects.toThrow(/policy_never_past/)
  expect((await all(readPublished)).length).toBe(1)
})
