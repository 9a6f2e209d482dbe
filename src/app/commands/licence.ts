import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { readVerificationKeys, verifyLicenceInput } from '#modules/licensing'
import { systemClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import { openKeyring } from '../../platform/keyring.ts'

/** 许可证核验 without network and without database: only the public keys are needed. */
export function addLicenceCommands(program: Command): void {
  program
    .command('licence')
    .description('许可证')
    .command('verify')
    .description('核验许可证文件（PDF）或二维码文本，不需要网络')
    .argument('<file-or-text>', 'PDF 文件、二维码文本或网址')
    .option('--keys <file>', '验签公钥（/api/licensing/verification-keys 的内容）')
    .action(async (given: string, { keys }: { keys?: string }) => {
      const verdict = await verifyLicenceInput(given, await publicKeys(keys), systemClock.now().today)
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
