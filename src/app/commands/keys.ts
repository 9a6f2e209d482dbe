import type { Command } from 'commander'
import { readConfig } from '../../platform/config.ts'
import { openKeyring } from '../../platform/keyring.ts'

/** 密钥: made once, outside the data folder in production, and backed up by people. */
export function addKeyCommands(program: Command): void {
  program
    .command('keys')
    .description('密钥')
    .command('make')
    .description('生成密钥（YZT_KEYS 指定的文件夹须为空）')
    .action(async () => {
      const { keysFolder } = readConfig()
      const keyring = await openKeyring(keysFolder, { create: true })
      console.log(
        `密钥在 ${keysFolder}；许可证签名密钥编号 ${keyring.licence.keyId}。请离线备份，丢失后已加密的字段无法恢复。`,
      )
    })
}
