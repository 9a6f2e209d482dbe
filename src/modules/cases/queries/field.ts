import { sql } from 'kysely'
import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { openRecord } from '../actions/record.ts'
import type { FieldCase } from '../contract/field.ts'
import { recordPage } from '../papers/record-page.ts'
import type { CaseFile } from '../rules/procedure/case-file.ts'
import { clockRule, nextDue } from '../rules/procedure/clocks.ts'
import { isOver } from '../rules/procedure/moves.ts'
import { certifiedOn } from '../rules/procedure/needs.ts'
import { stateWords } from '../rules/procedure/state-words.ts'
import type { Officer } from '../rules/procedure/step-rule.ts'
import { violationNames } from '../rules/procedure/steps/violation.ts'
import { findCase, type Sealer } from '../store/cases.ts'
import { listRecords, type RecordRow } from '../store/papers.ts'
import { listOfficers } from './around.ts'

interface Reader {
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: Moment
  readonly keys: Pick<Sealer, 'openField'>
}

/** 我办的案件: what an officer needs to write a record without network, and nothing of cases of others. */
export async function fieldCases(
  tx: Tx,
  { by, at, keys }: Reader,
): Promise<{ today: string; certificateNo: string | null; cases: FieldCase[] }> {
  const officers = await listOfficers(tx)
  const today = at.today.toString()
  const own = officers.find(({ id }) => id === by.staffId)
  const { rows } = await sql<{ no: string }>`select no from cases.case where ${by.staffId}::uuid = any(officers)
    order by due_on nulls last, no limit 60`.execute(tx)
  const cases: FieldCase[] = []
  for (const { no } of rows) {
    const file = await findCase(tx, no, keys)
    if (!file || isOver(file.state)) continue
    const records = await listRecords(tx, no)
    const waiting = records.map(row => recordOf(row, { file, by, officers, keys }))
    cases.push({ ...caseOf(file, { by, officers, today }), records: waiting })
  }
  const certificateNo = certifiedOn(own, today) ? (own?.certificateNo ?? null) : null
  return { today, certificateNo, cases }
}

function caseOf(
  file: CaseFile,
  { by, officers, today }: Pick<Reader, 'by'> & { officers: readonly Officer[]; today: string },
): Omit<FieldCase, 'records'> {
  const due = nextDue(file.clocks)
  const other = officers.find(({ id }) => id !== by.staffId && file.officers.includes(id))
  const words = due === undefined ? null : clockRule(due.kind)
  return {
    ...{ no: file.no, about: file.about, licenceNo: file.licenceNo, dueOn: due?.dueOn ?? null },
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
  readonly file: CaseFile
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
