import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { drawable, setPdf } from '#platform/typesetting'
import { evidenceKinds } from '../contract/detail.ts'
import { listOfficers } from '../queries/around.ts'
import { findCase } from '../store/cases.ts'
import { listEvidence } from '../store/evidence.ts'
import { listPapers, listRecords } from '../store/papers.ts'
import { openPaper } from './issue.ts'
import { paperKinds } from './kinds.ts'
import { recordPage } from './record-page.ts'

/** 整卷导出: index, every document, every record, the list of evidence and the SM3 of each of them, as one PDF. */
export async function bundleOf(
  tx: Tx,
  no: string,
  keys: Keyring,
  mode: 'demo' | 'production',
): Promise<Uint8Array | undefined> {
  const file = await findCase(tx, no, keys)
  if (!file) return undefined
  const officers = await listOfficers(tx)
  const nameOf = (label: string) => officers.find(({ id }) => id === label.replace(/^staff:/, ''))?.name ?? label
  const papers = (await listPapers(tx, no)).flatMap(row => {
    const paper = openPaper(row, keys)
    return paper ? [{ ...paper, digest: row.digest, volume: paperKinds[row.kind]?.volume ?? 'main' }] : []
  })
  const records = (await listRecords(tx, no)).flatMap(row => recordPage(row, keys, nameOf) ?? [])
  const evidence = (await listEvidence(tx, no)).map(e => ({
    ...{ n: e.n, title: e.title, source: e.source, takenOn: e.takenOn, digest: e.digest, bytes: e.bytes },
    kind: evidenceKinds[e.kind as keyof typeof evidenceKinds].zh,
  }))
  const steps = file.steps.map(step => `${step.n} ${step.event} ${step.on}`)
  const manifest = [...papers.map(p => p.digest), ...records.map(r => r.digest), ...evidence.map(e => e.digest)]
  const digest = sm3([...manifest, ...steps].join('\n')).toString('hex')
  const demo = mode === 'demo'
  return setPdf('modules/cases/papers/templates/bundle.typ', {
    ...drawable({ no, about: file.about, party: file.party.name, papers, records, evidence }),
    ...{ digest, demo, sealWords: demo ? '模拟印章' : '' },
  })
}

export function renderRecord(page: object, mode: 'demo' | 'production'): Uint8Array {
  return setPdf('modules/cases/papers/templates/record.typ', { ...drawable(page), demo: mode === 'demo' })
}
