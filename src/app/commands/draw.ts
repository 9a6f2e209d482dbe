import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { verifyDraw } from '#modules/inspection'
import { sm3 } from '../../platform/crypto.ts'

/** 双随机抽查核验 without network, database or key: the published file is all that is needed. */
export function addDrawCommands(program: Command): void {
  program
    .command('draw')
    .description('双随机抽查')
    .command('verify')
    .description('把公示的抽查文件重新算一遍，逐项比对')
    .argument('<file>', '公示的抽查文件（JSON）')
    .action(async (path: string) => {
      const { ok, checks } = verifyDraw(parsed(await readFile(path, 'utf8'), path), text => sm3(text).toString('hex'))
      for (const check of checks)
        console.log(`${check.ok ? '✓' : '✗'} ${check.zh}${check.detail ? `：${check.detail}` : ''}`)
      console.log(ok ? '核验通过：名单和人员就是这样抽出来的。' : '核验不通过：文件与它自己的规则不一致。')
      if (!ok) process.exitCode = 1
    })
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${path} 不是 JSON 文件。请重新下载公示的抽查文件。`)
  }
}
