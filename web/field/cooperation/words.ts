import { type TaskState, taskStateLabels } from '#contract/partners'
import { pick } from '../../shared/i18n.ts'
import { texts } from './texts.ts'

export const stateWord = (state: TaskState): string => pick(taskStateLabels[state].zh, taskStateLabels[state].en)

const events = ['give', 'receive', 'answer', 'finish', 'refuse', 'accept', 'sendBack', 'giveAgain', 'withdraw'] as const

/** What was done with a task; a name this app does not know yet stays as it is. */
export function eventWord(event: string): string {
  const known = events.find(one => one === event)
  return known === undefined ? event : texts.t(`event.${known}`)
}
