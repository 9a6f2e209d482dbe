import type { StaffRole } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import { eventsFrom } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import type { FileDetail, FileRow } from '../contract.ts'
import { whyNotStep } from '../rules/guards.ts'
import { aboutOf, conditionsOf, eventWords, factsOf, linksOf } from '../rules/in-words.ts'
import { ruleOf } from '../rules/kinds.ts'
import type { CreditPolicy } from '../rules/policy.ts'
import { listStaffNames } from '../store/papers.ts'
import { findListed, type ListedFile, listEvents, listPapers } from './files.ts'
import { readStanding } from './standing.ts'

export function rowOf(file: ListedFile, today: Temporal.PlainDate): FileRow {
  const { version: _, data: __, proposedBy: ___, ...row } = file
  const { zh, en } = aboutOf(file)
  return { ...row, late: file.dueOn !== null && file.dueOn < today.toString(), about: { zh, en } }
}

async function staffOf(tx: Tx, { data }: ListedFile) {
  const ids = Array.isArray(data['staff']) ? data['staff'].map(String) : []
  const names = (await listStaffNames(tx, ids)).join('、')
  return names === '' ? [] : [{ zh: '约谈人员', en: 'Officers', value: { zh: names, en: names } }]
}

interface Reader {
  readonly label: string
  readonly roles: readonly StaffRole[]
}

/** 一份档案 as one officer sees it: facts, history, and every step with why it is not his. */
export async function readDetail(
  tx: Tx,
  id: string,
  { by, today, policy }: { readonly by: Reader; readonly today: Temporal.PlainDate; readonly policy: CreditPolicy },
): Promise<Result<FileDetail>> {
  const file = await findListed(tx, id)
  if (!file) return refuse('creditFileUnknown')
  const about = file.data['about']
  const target = typeof about === 'string' ? await findListed(tx, about) : undefined
  const standing = await readStanding(tx, file.licenceNo)
  const plain = { ...file, areaCode: '' }
  const shown = { standing, ...(target ? { target: { ...target, areaCode: '' } } : {}) }
  const { moves, events } = ruleOf(file.kind)
  const steps = eventsFrom(moves, file.state).filter(event => (events[event]?.by.length ?? 0) > 0)
  return ok({
    file: rowOf(file, today),
    version: file.version,
    facts: [...factsOf(file), ...(await staffOf(tx, file))].map(({ zh, en, value }) => ({
      ...{ zh, en },
      value: { zh: value.zh, en: value.en },
    })),
    links: [...linksOf(file)],
    conditions: [...conditionsOf(plain, shown, today, policy)],
    events: (await listEvents(tx, id)).map(({ event, ...line }) => ({ ...line, event: eventWords(file.kind, event) })),
    steps: steps.map(event => ({ event, whyNot: whyNotStep(file, event, by) ?? null })),
    papers: await listPapers(tx, [id]),
  })
}
