import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm3 } from '#platform/crypto'
import type { Database } from '#platform/database'
import { writeAudit } from '#platform/ledger/write'
import { inForceOf } from '../rules/in-force.ts'
import { parseStatute } from '../rules/parse-statute.ts'
import { saveStatute } from '../store.ts'

export interface ImportReport {
  readonly imported: readonly string[]
  readonly unchanged: number
  /** Files without a single article: kept out, named. */
  readonly skipped: readonly string[]
}

/** `yzt laws import DIR`: reads every statute file of a folder; one transaction a file; the same folder twice changes nothing. */
export async function importStatutes(
  database: Database,
  folder: string,
): Promise<Result<ImportReport, 'lawsFolderMissing'>> {
  const names = await readdir(folder).catch(() => undefined)
  if (!names) return refuse('lawsFolderMissing', { folder })
  const report = { imported: [] as string[], unchanged: 0, skipped: [] as string[] }
  for (const name of names.filter(n => n.endsWith('.md') && n !== 'INDEX.md').toSorted()) {
    const content = await readFile(join(folder, name), 'utf8')
    const statute = parseStatute(name, content)
    if (statute.articles.length === 0 || statute.title === '') {
      report.skipped.push(name)
      continue
    }
    const isNew = await database.within({ areas: 'all' }, async tx => {
      const saved = await saveStatute(tx, statute, sm3(content).toString('hex'), {
        inForce: inForceOf(statute),
        source: `法规文件夹导入：${name}`,
      })
      if (saved)
        await writeAudit(tx, {
          actor: 'system:laws',
          action: 'outreach.importStatute',
          subject: statute.title,
          outcome: 'allowed',
        })
      return saved
    })
    if (isNew) report.imported.push(name)
    else report.unchanged += 1
  }
  return ok(report)
}
