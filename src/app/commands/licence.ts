import { readFile, stat } from 'node:fs/promises'
import type { Command } from 'commander'
import { verifyLicenceInput } from '#modules/licensing'
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
      const isFile = await stat(given).then(
        found => found.isFile(),
        () => false,
      )
      const input = isFile ? await readFile(given) : given
      const verdict = verifyLicenceInput(input, await publicKeys(keys))
      console.log(verdict.lines.join('\n'))
      if (!verdict.ok) process.exitCode = 1
    })
}

async function publicKeys(file: string | undefined): Promise<Readonly<Record<string, string>>> {
  if (file === undefined) return (await openKeyring(readConfig().keysFolder, { create: false })).licencePublicKeys()
  const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: { keyId: string; publicKey: string }[] }
  return Object.fromEntries(keys.map(key => [key.keyId, key.publicKey]))
}
