import { sep } from 'node:path'
import pg from 'pg'
import type { Config } from '../platform/config.ts'

/** Production refuses to start; each sentence says what to do. */
export class UnsafeForProduction extends Error {
  override name = 'UnsafeForProduction'
}

/** What production may not be: a demo account, a default secret, a database that may forget. Pure. */
export function productionFaults(facts: {
  readonly demoAccounts: number
  readonly keysInData: boolean
  readonly fsync: string
  readonly synchronousCommit: string
  readonly publicUrl: string
}): string[] {
  const faults: string[] = []
  if (facts.demoAccounts > 0)
    faults.push(`库中有 ${facts.demoAccounts} 个演示账号。请换用空库，或执行 npm run yzt -- staff remove-demo。`)
  if (facts.keysInData)
    faults.push(
      '密钥放在数据文件夹里（默认位置）。请设 YZT_KEYS 为数据文件夹之外、单独备份的文件夹，并执行 npm run yzt -- keys make。',
    )
  if (facts.fsync !== 'on')
    faults.push(`数据库的 fsync 为 ${facts.fsync}，断电会丢数据。请在 postgresql.conf 设 fsync = on 后重启数据库。`)
  if (facts.synchronousCommit === 'off') faults.push('数据库的 synchronous_commit 为 off，断电会丢数据。请设为 on。')
  if (!facts.publicUrl.startsWith('https://'))
    faults.push('YZT_PUBLIC_URL 不是 https 地址。请设为群众扫码能打开的 https 地址。')
  return faults
}

/** A neighbour whose name begins alike lies outside: /srv/yzt-keys is not in /srv/yzt. */
const lies = (folder: string, within: string): boolean => `${folder}${sep}`.startsWith(`${within}${sep}`)

/** @throws UnsafeForProduction with every fault at once, so that nobody mends them one start at a time. */
export async function assertSafeForProduction(config: Config, ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Row security binds the owner too: without a scope no demo account would ever be seen.
    await client.query(`select set_config('app.areas', '*', false)`)
    const { rows } = await client.query<{ fsync: string; sc: string; demo: number }>(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sc, (select count(*)::int from access.staff where demo and state = 'active') as demo`,
    )
    const faults = productionFaults({
      demoAccounts: rows[0]?.demo ?? 0,
      keysInData: lies(config.keysFolder, config.dataFolder),
      fsync: rows[0]?.fsync ?? 'unknown',
      synchronousCommit: rows[0]?.sc ?? 'unknown',
      publicUrl: config.publicUrl,
    })
    if (faults.length > 0) throw new UnsafeForProduction(`生产模式不能启动：\n${faults.map(f => `· ${f}`).join('\n')}`)
  } finally {
    await client.end()
  }
}
