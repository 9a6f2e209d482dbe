import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { headOf, type LedgerHead, verifyLedger } from '../../platform/ledger/verify.ts'
import { withDatabase } from './with-database.ts'

const words: Readonly<Record<string, string>> = {
  altered: '被改动',
  missing: '被删除',
  inserted: '是事后插入的',
  truncated: '之后的记录被截断',
  signature: '签名不符',
  chain: '与前一批不相接',
  unsealed: '超过时限仍未封存',
}

/** 审计台账: proves a database (or a copy of it, by DATABASE_URL) without trusting the server that wrote it. */
export function addLedgerCommands(program: Command): void {
  const ledger = program.command('ledger').description('审计台账')
  ledger
    .command('verify')
    .description('核验台账；--head 与另存的台账头比对，可发现截断')
    .option('--head <file>', '另存的台账头')
    .action(async ({ head }: { head?: string }) =>
      withDatabase(async ({ owner, keyring }) => {
        const saved = head === undefined ? undefined : (JSON.parse(await readFile(head, 'utf8')) as LedgerHead)
        const report = await verifyLedger(owner, keyring.ledgerPublicKeys(), saved)
        if (report.ok) return console.log(`台账完好：${report.batches} 批，${report.entries} 条，签名和链接全部相符。`)
        const { kind, seq, batch } = report.problem ?? { kind: 'altered' }
        const place = seq === undefined ? `第 ${batch} 批` : `第 ${seq} 条记录（第 ${batch} 批）`
        throw new Error(`台账不完好：${place}${words[kind] ?? kind}。`)
      }),
    )
  ledger
    .command('head')
    .description('取出当前台账头，供另存和对外公布')
    .option('--out <file>', '写入文件；不写则显示')
    .action(async ({ out }: { out?: string }) =>
      withDatabase(async ({ owner }) => {
        const text = `${JSON.stringify(await headOf(owner), null, 2)}\n`
        if (out === undefined) console.log(text)
        else await writeFile(out, text)
      }),
    )
}
