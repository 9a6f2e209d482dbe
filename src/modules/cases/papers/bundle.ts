import { dayInChina } from '#kernel/dates'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { FileStore } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { openSealed } from '#platform/paper-seal'
import { drawable, setPdf, TypesettingError } from '#platform/typesetting'
import { recordKinds } from '../contract/detail.ts'
import { evidenceKinds } from '../contract/evidence.ts'
import { listOfficers } from '../queries/around.ts'
import { findCase } from '../store/cases.ts'
import { listEvidence } from '../store/evidence.ts'
import { findGoodsPaper, listGoodsPapers } from '../store/goods-papers.ts'
import { listPapers, listRecords } from '../store/papers.ts'
import { alteredPage } from './altered.ts'
import { exhibitsOf, pagesOf } from './exhibits.ts'
import { renderGoodsPaper } from './goods/render.ts'
import { openPaper } from './issue.ts'
import { paperKinds } from './kinds.ts'
import { recordPage } from './record-page.ts'

interface Around {
  readonly keys: Keyring
  readonly files: FileStore
  readonly mode: 'demo' | 'production'
}

/**
 * 整卷导出: index, every document, record and paper of the goods, the evidence as pages, and the SM3 of each of them, as one PDF; the
 * originals and the manifest are attached, so that anybody can take them out and compare.
 */
export async function bundleOf(tx: Tx, no: string, { keys, files, mode }: Around): Promise<Uint8Array | undefined> {
  const file = await findCase(tx, no, keys)
  if (!file) return undefined
  const officers = await listOfficers(tx)
  const nameOf = (label: string) => officers.find(({ id }) => id === label.replace(/^staff:/, ''))?.name ?? label
  const issued = (await listPapers(tx, no)).map(row => {
    const paper = openPaper(row, keys) ?? alteredPage({ ...row, caseNo: no, on: row.issuedOn })
    return { ...paper, digest: row.digest, volume: paperKinds[row.kind]?.volume ?? 'main' }
  })
  const written = (await listRecords(tx, no)).map(row => ({ row, page: recordPage(row, keys, nameOf) }))
  const records = written.flatMap(({ page }) => page ?? [])
  const spoiled = written.flatMap(({ row, page }) => {
    const { digest, at } = row
    const title = `${recordKinds[row.kind].zh}（对不上）`
    const told = { title, number: '', digest, caseNo: no, on: dayInChina(at).toString() }
    return page ? [] : [{ ...alteredPage(told), digest, volume: 'main' as const }]
  })
  const papers = [...issued, ...spoiled]
  const rows = await listEvidence(tx, no)
  const { exhibits, beside } = await exhibitsOf(rows, { files, keys })
  const evidence = rows.map((e, at) => ({
    ...{ n: e.n, title: e.title, source: e.source, takenOn: e.takenOn, digest: e.digest, bytes: e.bytes },
    kind: evidenceKinds[e.kind as keyof typeof evidenceKinds].zh,
    exhibit: exhibits[at],
  }))
  const goods = await goodsPages(tx, no, keys, mode)
  const steps = file.steps.map(step => `${step.n} ${step.event} ${step.on}`)
  const manifest = manifestOf(no, [
    ...papers.map(p => ({ what: p.title, number: p.number, sm3: p.digest })),
    ...records.map(r => ({ what: r.title, number: '', sm3: r.digest })),
    ...goods.map(g => ({ what: '物品文书', number: g.number, sm3: g.digest })),
    ...evidence.map(e => ({ what: `证据 ${e.n} ${e.title}`, number: e.exhibit?.path.slice(1) ?? '', sm3: e.digest })),
  ])
  const digest = sm3([manifest, ...steps].join('\n')).toString('hex')
  const demo = mode === 'demo'
  const data = {
    ...drawable({ no, about: file.about, party: file.party.name, papers, records, evidence }),
    goods: goods.map(({ number, digest: sum, pages }, at) => ({
      number,
      digest: sum,
      pages,
      path: `/goods/${at}.pdf`,
    })),
    ...{ digest, demo, sealWords: demo ? '模拟印章' : '' },
  }
  const all = {
    ...beside,
    ...Object.fromEntries(goods.map(({ pdf }, at) => [`goods/${at}.pdf`, pdf])),
    '卷内清单.json': Buffer.from(manifest),
  }
  const template = 'modules/cases/papers/templates/bundle.typ'
  try {
    return setPdf(template, { ...data, draw: true }, all)
  } catch (error) {
    if (!(error instanceof TypesettingError)) throw error
    // One original that its own format does not hold to: everything is attached, nothing drawn; the digests prove it all the same.
    return setPdf(template, { ...data, draw: false }, all)
  }
}

interface Listed {
  readonly what: string
  readonly number: string
  readonly sm3: string
}

/** 清单: for a machine to compare. */
const manifestOf = (no: string, items: readonly Listed[]): string =>
  JSON.stringify({ format: 'yzt-case-manifest/1', case: no, items }, null, 1)

/** 物品清单、抽样、销毁记录 as they were issued. */
async function goodsPages(tx: Tx, no: string, keys: Keyring, mode: Around['mode']) {
  const pages = []
  for (const { id } of await listGoodsPapers(tx, no)) {
    const row = await findGoodsPaper(tx, id)
    const content = row && openSealed(row, keys)
    if (row && content !== undefined) {
      const pdf = Buffer.from(renderGoodsPaper(content, row.digest, mode))
      pages.push({ number: row.number, digest: row.digest, pdf, pages: pagesOf(pdf) })
    }
  }
  return pages
}

export function renderRecord(page: object, mode: 'demo' | 'production'): Uint8Array {
  return setPdf('modules/cases/papers/templates/record.typ', { ...drawable(page), demo: mode === 'demo' })
}
