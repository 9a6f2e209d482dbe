import type { FieldTask, VisitAct } from '#contract/inspection'
import { keepAct } from '../outbox/outbox.ts'
import { texts } from './texts.ts'

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** An act as a form hands it over. */
type ActFields = Without<VisitAct, 'taskId' | 'capturedAt'>
export type Keep = (fields: ActFields) => Promise<void>

/** The act lies on the telephone when this is done. */
export const keepFor =
  (task: FieldTask, staffId: string): Keep =>
  async fields => {
    const body = { ...fields, taskId: task.task.id, capturedAt: new Date().toISOString() } as VisitAct
    await keepAct<VisitAct>(
      {
        area: 'inspection',
        matter: body.taskId,
        kind: body.kind,
        subject: task.face.shopName,
        what: texts.t(`act.${body.kind}`),
        body,
      },
      staffId,
    )
  }
