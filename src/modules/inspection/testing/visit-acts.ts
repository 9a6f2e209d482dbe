import { randomUUID } from 'node:crypto'
import { sm3 } from '#platform/crypto'
import type { TaskBoard, VisitAct, VisitView } from '../contract.ts'
import type { InspectionHouse } from './inspection-house.ts'

/** Any real signature: more than a dot. */
export const strokes = [Array.from({ length: 8 }, (_, n) => [n * 9, 40 + (n % 2) * 30])]

/** A small JPEG-like picture of its own for each name. */
export function pictureOf(name: string): { digest: string; picture: string } {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.from(name.repeat(40)), Buffer.from([0xff, 0xd9])])
  return { digest: sm3(bytes).toString('hex'), picture: bytes.toString('base64') }
}

type Without<T> = T extends unknown ? Omit<T, 'taskId' | 'capturedAt'> : never
export type ActFields = Without<VisitAct>

/** Two officers at one shop: the task is proposed, sent for today, and acts are told by either. */
export async function sendTwo(h: InspectionHouse, licenceNo: string, change: object = {}) {
  const asked = {
    licenceNo,
    kind: 'report',
    reasons: ['reported'],
    why: '',
    dueBy: '2026-12-15',
    partner: null,
    noNoticeReason: null,
    ...change,
  }
  await h.call('first', 'POST', '/tasks', asked)
  const board = (await h.call('head', 'GET', '/tasks')).json() as TaskBoard
  const task = board.items.findLast(one => one.licenceNo === licenceNo && one.state === 'proposed')
  if (!task) throw new Error(`no proposal for ${licenceNo}`)
  const officers = [h.people.first.staffId, h.people.second.staffId]
  const today = h.house.clock.now().today.toString()
  const sent = await h.call('head', 'POST', `/tasks/${task.id}/approval`, {
    version: task.version,
    visitOn: today,
    hours: 'office',
    officers,
  })
  if (sent.statusCode !== 200) throw new Error(sent.body)
  const tell = async (
    who: 'first' | 'second' | 'third' | 'grid',
    fields: ActFields,
    options: { at?: string; key?: string } = {},
  ) => {
    const capturedAt = options.at ?? h.house.clock.now().instant.toString()
    const reply = await h.call(
      who,
      'POST',
      '/field/acts',
      { ...fields, taskId: task.id, capturedAt },
      options.key ?? randomUUID(),
    )
    return { status: reply.statusCode, body: reply.json() as { visit?: VisitView; code?: string }, text: reply.body }
  }
  const look = async () => (await h.call('head', 'GET', `/tasks/${task.id}/visit`)).json() as VisitView
  return { task, tell, look, scanIn: scanInOf(licenceNo) }
}

export const scanInOf = (licenceNo: string): ActFields => ({
  kind: 'scanIn',
  shown: true,
  how: { kind: 'number', licenceNo, reason: '二维码被遮挡' },
})
