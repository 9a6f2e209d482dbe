import { actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { onDay, openPolicy } from '../actions/proceeding/open.ts'
import type { Setting } from '../actions/setting.ts'
import type { Officer } from '../actions/take-step.ts'
import type { Proceeding, Proceedings } from '../contract/proceedings.ts'
import { type ProceedingPaperKind, proceedingPapers } from '../papers/proceeding/kinds.ts'
import { whyNotOpen, whyNotStep } from '../rules/proceeding/guards.ts'
import { openableKinds, proceedingFacts } from '../rules/proceeding/kinds.ts'
import {
  type ProceedingEvent,
  proceedingEvents,
  proceedingMoves,
  proceedingStateLabels,
} from '../rules/proceeding/moves.ts'
import { listProceedings, type ProceedingFile } from '../store/proceedings.ts'
import { namesOfStaff } from './file-parts.ts'
import { findLicence } from './licences.ts'

/** 依职权办理 of one licence, as this officer may see and continue it; undefined out of the officer's area. */
export async function readProceedings(
  tx: Tx,
  asked: { licenceNo: string; by: Officer; at: Moment },
  setting: Setting,
): Promise<Proceedings | undefined> {
  const { licenceNo, by, at } = asked
  const licence = await findLicence(tx, licenceNo)
  if (!licence) return undefined
  const files = await listProceedings(tx, licenceNo)
  const names = await namesOfStaff(
    tx,
    files.flatMap(file => file.events.map(event => event.by.replace('staff:', ''))),
  )
  const current = await onDay(tx, licence, at)
  const openable = openableKinds.map(kind => {
    const { zh, en } = proceedingFacts[kind]
    return { kind, label: zh, labelEn: en, ...reasonOf(whyNotOpen(kind, current, openPolicy(at, setting))) }
  })
  return { openable, items: files.map(file => itemOf(file, { by, at, names })) }
}

function itemOf(
  file: ProceedingFile,
  { by, at, names }: { by: Officer; at: Moment; names: ReadonlyMap<string, string> },
): Proceeding {
  const { zh, en } = proceedingFacts[file.kind]
  const state = proceedingStateLabels[file.state]
  const actor = { label: actorLabel(by), roles: by.roles }
  const steps = (Object.keys(proceedingMoves[file.state]) as ProceedingEvent[]).map(event => {
    const { zh: label, en: labelEn, asks, asksEn } = proceedingEvents[event]
    return { event, label, labelEn, asks, asksEn, ...reasonOf(whyNotStep(event, { ...file, today: at.today }, actor)) }
  })
  return {
    ...{ proceedingNo: file.proceedingNo, kind: file.kind, label: zh, labelEn: en },
    ...{ state: file.state, stateLabel: state.zh, stateLabelEn: state.en, version: file.version },
    ...{ reason: file.reason, openedOn: file.openedOn, caseNo: file.caseNo, answerBy: file.answerBy, steps },
    events: file.events.map(({ at: when, event, by: who, note }) => {
      const words = Object.hasOwn(proceedingEvents, event)
        ? proceedingEvents[event as ProceedingEvent]
        : otherEvents[event]
      return {
        at: when,
        label: words?.zh ?? event,
        labelEn: words?.en ?? event,
        by: names.get(who.replace('staff:', '')) ?? (who.startsWith('staff:') ? '工作人员' : '系统'),
        note,
      }
    }),
    papers: file.papers.map(({ paperId, kind, number }) => ({
      ...{ paperId, number, url: `/api/licensing/papers/${paperId}/page` },
      title: proceedingPapers[kind as ProceedingPaperKind].title,
    })),
  }
}

const otherEvents: Readonly<Record<string, { zh: string; en: string }>> = {
  open: { zh: '立项', en: 'Begun' },
  serve: { zh: '送达', en: 'Served' },
}

const reasonOf = (why: { zh: string; en: string } | undefined) => ({
  available: why === undefined,
  why: why?.zh ?? null,
  whyEn: why?.en ?? null,
})
