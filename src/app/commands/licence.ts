import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { readVerificationKeys, verifyLicenceInput } from '#modules/licensing'
import { systemClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import { openKeyring } from '../../platform/keyring.ts'

interface VerifyOptions {
  readonly keys?: string
  readonly list?: string
  readonly after?: number
}

/** 许可证核验 without network and without database: only the public keys are needed. */
export function addLicenceCommands(program: Command): void {
  program
    .command('licence')
    .description('许可证')
    .command('verify')
    .description('核验许可证文件（PDF）或二维码文本，不需要网络')
    .argument('<file-or-text>', 'PDF 文件、二维码文本或网址')
    .option('--keys <file>', '验签公钥（/api/licensing/verification-keys 的内容）')
    .option('--list <file>', '状态清单（/api/licensing/status-list 的内容）：停业、注销、过期和作废的份号')
    .option('--after <number>', '已经用过的状态清单的号数；比它旧的清单不用', Number)
    .action(async (given: string, { keys, list, after }: VerifyOptions) => {
      const { today, instant } = systemClock.now()
      const text = list === undefined ? undefined : await readFile(list, 'utf8')
      const check = { nowMs: instant.epochMilliseconds, ...(after === undefined ? {} : { after }) }
      const against = { today, ...(text === undefined ? {} : { list: { text, ...check } }) }
      const verdict = await verifyLicenceInput(given, await publicKeys(keys), against)
      console.log(verdict.lines.join('\n'))
      if (!verdict.ok) process.exitCode = 1
    })
}

async function publicKeys(file: string | undefined): Promise<Readonly<Record<string, string>>> {
  if (file === undefined) return (await openKeyring(readConfig().keysFolder, { create: false })).licencePublicKeys()
  const keys = readVerificationKeys(await readFile(file, 'utf8'))
  if (!keys.ok) throw new Error(`${file} 不是验签公钥文件（/api/licensing/verification-keys 的内容）。`)
  return keys.value
}
