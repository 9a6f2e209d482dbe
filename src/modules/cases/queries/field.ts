import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { openRecord } from '../actions/record.ts'
import type { FieldCase } from '../contract/field.ts'
import { recordPage } from '../papers/record-page.ts'
import { clockRule, nextDue } from '../rules/procedure/clocks.ts'
import { certifiedOn } from '../rules/procedure/needs.ts'
import { stateWords } from '../rules/procedure/state-words.ts'
import type { Officer } from '../rules/procedure/step-rule.ts'
import { violationNames } from '../rules/procedure/steps/violation.ts'
import { listOwnCases, type Sealer } from '../store/cases.ts'
import { listRecordsOf, type RecordRow } from '../store/papers.ts'
import { listOfficers } from './around.ts'

interface Reader {
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: Moment
  readonly keys: Pick<Sealer, 'openField'>
}

/**
 * 我办的案件: what an officer needs to file and to write a record without network, and nothing of cases of others. Three queries, however many
 * cases there are: officers, cases, records.
 */
export async function fieldCases(
  tx: Tx,
  { by, at, keys }: Reader,
): Promise<{ today: string; certificateNo: string | null; cases: FieldCase[] }> {
  const officers = await listOfficers(tx)
  const today = at.today.toString()
  const own = officers.find(({ id }) => id === by.staffId)
  const files = await listOwnCases(tx, by.staffId, keys)
  const records = Map.groupBy(
    await listRecordsOf(
      tx,
      files.map(({ no }) => no),
    ),
    ({ caseNo }) => caseNo,
  )
  const cases = files.map(file => ({
    ...caseOf(file, { by, officers, today }),
    records: (records.get(file.no) ?? []).map(row => recordOf(row, { by, officers, keys })),
  }))
  const certificateNo = certifiedOn(own, today) ? (own?.certificateNo ?? null) : null
  return { today, certificateNo, cases }
}

type OwnCase = Awaited<ReturnType<typeof listOwnCases>>[number]

function caseOf(
  file: OwnCase,
  { by, officers, today }: Pick<Reader, 'by'> & { officers: readonly Officer[]; today: string },
): Omit<FieldCase, 'records'> {
  const due = nextDue(file.clocks)
  const other = officers.find(({ id }) => id !== by.staffId && file.officers.includes(id))
  const able =
    certifiedOn(other, today) &&
    certifiedOn(
      officers.find(({ id }) => id === by.staffId),
      today,
    )
  const words = due === undefined ? null : clockRule(due.kind)
  return {
    ...{ no: file.no, about: file.about, licenceNo: file.licenceNo, dueOn: due?.dueOn ?? null },
    ...{ taskId: file.taskId, mayFile: file.state === 'checking' && able },
    violation: file.violation === null ? null : (violationNames[file.violation as keyof typeof violationNames] ?? null),
    state: stateWords[file.state],
    ...{ party: file.party.name, address: file.party.address, phone: file.party.phone },
    dueClock: words === null ? null : { zh: words.zh, en: words.en },
    second:
      other?.certificateNo && certifiedOn(other, today)
        ? { id: other.id, name: other.name, certificateNo: other.certificateNo }
        : null,
  }
}

interface Seen extends Pick<Reader, 'by' | 'keys'> {
  readonly officers: readonly Officer[]
}

function recordOf(row: RecordRow, { by, officers, keys }: Seen): FieldCase['records'][number] {
  const nameOf = (label: string) => officers.find(({ id }) => `staff:${id}` === label)?.name ?? label
  const content = openRecord(row, keys)
  const mine = row.secondBy === null && row.by !== actorLabel(by) && (content?.second ?? by.staffId) === by.staffId
  const page = mine ? recordPage(row, keys, nameOf) : undefined
  return {
    ...{ id: row.id, kind: row.kind, at: row.at, by: nameOf(row.by), digest: row.digest },
    second: row.secondBy === null ? null : nameOf(row.secondBy),
    content: page
      ? {
          ...{ rows: page.rows.map(line => [...line]), words: page.words, refused: page.refused },
          corrections: page.corrections.map(({ before, after }) => ({ before, after })),
        }
      : null,
  }
}
