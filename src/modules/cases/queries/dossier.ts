import type { Moment } from '#kernel/dates'
import { chinaCalendar } from '#platform/calendar'
import type { Tx } from '#platform/database'
import type { FileStore } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { isIntact } from '../actions/evidence-pieces.ts'
import { openRecord } from '../actions/record.ts'
import { settingOf } from '../actions/setting.ts'
import { openPaper } from '../papers/issue.ts'
import { paperWords } from '../papers/paper-words.ts'
import type { Dossier } from '../rules/lint/dossier.ts'
import { type Defect, lint } from '../rules/lint/lint.ts'
import { findCase } from '../store/cases.ts'
import { listCustody, listEvidence } from '../store/evidence.ts'
import { listPapers, listRecords } from '../store/papers.ts'
import { publishedBasis } from '../store/publications.ts'

/** 案卷 as it really lies in the house: every document, record and piece of evidence is opened and compared with its digest. */
export async function readDossier(
  tx: Tx,
  no: string,
  { at, keys, files }: { readonly at: Moment; readonly keys: Keyring; readonly files: FileStore },
): Promise<Dossier | undefined> {
  const file = await findCase(tx, no, keys)
  if (!file) return undefined
  const { policy, officers, around } = await settingOf(tx, file, at, keys)
  const custody = await listCustody(tx, no)
  const evidence = []
  for (const row of await listEvidence(tx, no)) {
    const acts = custody.filter(({ evidenceId }) => evidenceId === row.id).map(({ act }) => act)
    evidence.push({
      n: row.n,
      kind: row.kind,
      intact: await isIntact(row, files, keys),
      custody: acts,
    })
  }
  const papers = (await listPapers(tx, no)).map(row => {
    const paper = openPaper(row, keys)
    const { kind, number, mark, year, serial, issuedOn } = row
    return {
      ...{ kind, number, mark, year, serial, issuedOn, intact: paper !== undefined, sealed: paper?.sealed ?? true },
      addressee: paper?.addressee ?? '',
      words: paper ? paperWords(paper.blocks) : '',
    }
  })
  const records = (await listRecords(tx, no)).map(row => {
    const { kind, by, secondBy } = row
    return { kind, by, secondBy, intact: openRecord(row, keys) !== undefined }
  })
  const { goods, criminal, lots, weighed } = around
  return {
    ...{ lots, like: weighed?.like ?? null, published: await publishedBasis(tx, no) },
    file,
    papers,
    evidence,
    records,
    officers,
    policy,
    goods,
    criminal,
    calendar: chinaCalendar,
    today: at.today.toString(),
  }
}

/** 案卷评查 from the command line: the defects, or undefined where there is no such case. */
export async function lintCase(
  tx: Tx,
  no: string,
  around: Parameters<typeof readDossier>[2],
): Promise<readonly Defect[] | undefined> {
  const dossier = await readDossier(tx, no, around)
  return dossier && lint(dossier)
}
