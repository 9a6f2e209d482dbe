import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { VisitAct, VisitView } from '#contract/inspection'
import { localVisit } from './fold.ts'

const sm3 = (text: string) => createHash('sm3').update(text).digest('hex')
const task = {
  id: 'RW-2026-000001',
  checks: ['licence'],
  officers: [
    { id: 'a', name: '甲', certificateNo: '1' },
    { id: 'b', name: '乙', certificateNo: '2' },
  ],
}
const base = { taskId: task.id, capturedAt: '2026-11-26T10:00:00Z' }
const scanIn: VisitAct = {
  ...base,
  kind: 'scanIn',
  shown: true,
  how: { kind: 'number', licenceNo: '1', reason: '未亮证' },
}
const notes = (text: string): VisitAct => ({ ...base, kind: 'notes', text })
const view = (change: Partial<VisitView> = {}): VisitView => ({
  state: 'underway',
  scans: [{ way: 'in', by: 'a', how: 'number', reason: 'x', capturedAt: base.capturedAt }],
  lines: [],
  photos: [],
  signatures: [],
  codes: [],
  digest: '',
  missing: [],
  recordNo: null,
  ...change,
})

it('shows what was done here before the server knows it, and the same after', () => {
  const here = localVisit(task, { view: undefined, acts: [scanIn, notes('一切正常')], by: 'a' }, sm3)
  expect(here.facts.state).toBe('underway')
  expect(here.content.fields).toEqual({ notes: { text: '一切正常' } })
  const told = view({ lines: [{ kind: 'enter', field: 'notes', by: 'a', value: { text: '一切正常' } }] })
  const after = localVisit(task, { view: told, acts: [notes('一切正常')], by: 'a' }, sm3)
  expect(after.digest).toBe(here.digest)
  expect(after.facts.lines).toHaveLength(1)
})

it('puts the colleague’s word beside one’s own, and leaves out what the rules do not take', () => {
  const told = view({ lines: [{ kind: 'enter', field: 'notes', by: 'b', value: { text: '四条' } }] })
  const seen = localVisit(task, { view: told, acts: [notes('三条')], by: 'a' }, sm3)
  expect(seen.content.conflicts).toMatchObject([{ field: 'notes', sides: [{ by: 'a' }, { by: 'b' }] }])
  const early = localVisit(task, { view: undefined, acts: [notes('三条')], by: 'a' }, sm3)
  expect(early.facts).toMatchObject({ state: 'none', lines: [] })
})
