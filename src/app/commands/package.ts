import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Command } from 'commander'
import { fillText, type Refusal, type Result } from '#kernel/refusal'
import {
  makePackage,
  makeReceipt,
  openPackage,
  type PackageKind,
  packageKinds,
  partnerRefusals,
  verifyPackage,
} from '#modules/partners'
import { makeSm2KeyPair } from '#platform/crypto'
import { demoPackageKeys } from '../../../town/partners.ts'
import { systemClock } from '../../platform/clock.ts'

interface MakeFlags {
  from: string
  kind: string
  number: string
  sender: string
  receiver: string
  receiverKey: string
  key: string
  out: string
}

/** 签名移交包 (移送、协查、通报), for networks that do not meet: made, verified without a secret, opened by its receiver. */
export function addPackageCommands(program: Command): void {
  const pack = program.command('package').description('签名移交包：移送、协查、通报')
  pack
    .command('keys <prefix>')
    .description('生成一对收发密钥：<prefix>.key（保密）和 <prefix>.pub（交给对方）')
    .option('--demo <account>', '演示协作单位的已知密钥（如 partner.police），不得用于正式环境')
    .action(async (prefix: string, { demo }: { demo?: string }) => {
      const { privateKey, publicKey } = demo === undefined ? makeSm2KeyPair() : demoPackageKeys(demo)
      await writeFile(`${prefix}.key`, JSON.stringify({ privateKey, publicKey }), { mode: 0o600, flag: 'wx' })
      await writeFile(`${prefix}.pub`, publicKey, { flag: 'wx' })
      console.log(`已生成 ${prefix}.key 和 ${prefix}.pub`)
    })
  pack
    .command('make')
    .description('把一个文件夹里的文件打成签名移交包')
    .requiredOption('--from <dir>', '文件夹')
    .requiredOption('--kind <kind>', Object.keys(packageKinds).join('、'))
    .requiredOption('--number <no>', '文号')
    .requiredOption('--sender <name>', '发送单位')
    .requiredOption('--receiver <name>', '接收单位')
    .requiredOption('--receiver-key <file>', '接收单位的公钥文件（.pub）')
    .requiredOption('--key <file>', '本单位的密钥文件（.key）')
    .requiredOption('--out <file>', '移交包')
    .action(make)
  pack
    .command('verify <file>')
    .description('核验移交包：不需要密钥，只需要发送单位的公钥')
    .requiredOption('--sender-key <file>', '发送单位的公钥文件（.pub）')
    .action(async (file: string, { senderKey }: { senderKey: string }) => {
      const { header, parts } = must(verifyPackage(await readFile(file, 'utf8'), await readKey(senderKey)))
      console.log(
        `核验通过：${packageKinds[header.kind]} ${header.number}，${header.from} → ${header.to}，${parts.length - 1} 份文件`,
      )
    })
  pack
    .command('open <file>')
    .description('打开发给本单位的移交包')
    .requiredOption('--sender-key <file>', '发送单位的公钥文件（.pub）')
    .requiredOption('--key <file>', '本单位的密钥文件（.key）')
    .requiredOption('--out <dir>', '放到哪个文件夹')
    .action(async (file: string, flags: { senderKey: string; key: string; out: string }) => {
      const { privateKey } = await readPair(flags.key)
      const keys = { senderKey: await readKey(flags.senderKey), privateKey }
      const files = must(openPackage(await readFile(file, 'utf8'), keys))
      await mkdir(flags.out, { recursive: true })
      for (const { name, bytes } of files) await writeFile(join(flags.out, name), bytes, { flag: 'wx' })
      console.log(`已打开 ${files.length} 份文件：${files.map(({ name }) => name).join('、')}`)
    })
  pack
    .command('receipt <file>')
    .description('收件单位：给收到的移交包签回执，交回发送单位登记')
    .requiredOption('--key <file>', '本单位的密钥文件（.key）')
    .requiredOption('--by <name>', '收件人')
    .requiredOption('--out <file>', '回执')
    .action(async (file: string, { key, by, out }: { key: string; by: string; out: string }) => {
      const receivedAt = systemClock.now().instant.toString()
      const receipt = must(makeReceipt(await readFile(file, 'utf8'), { by, receivedAt }, await readPair(key)))
      await writeFile(out, JSON.stringify(receipt), { flag: 'wx' })
      console.log(`已签回执：${basename(out)}`)
    })
}

async function make(flags: MakeFlags): Promise<void> {
  if (!Object.hasOwn(packageKinds, flags.kind)) throw new Error(`没有这一类移交包：${flags.kind}`)
  const found = await readdir(flags.from, { withFileTypes: true })
  const names = found
    .filter(entry => entry.isFile())
    .map(({ name }) => name)
    .toSorted()
  const files = await Promise.all(names.map(async name => ({ name, bytes: await readFile(join(flags.from, name)) })))
  const pack = must(
    makePackage(
      {
        ...{ kind: flags.kind as PackageKind, number: flags.number, from: flags.sender, to: flags.receiver, files },
        ...{ receiverKey: await readKey(flags.receiverKey), madeAt: systemClock.now().instant.toString() },
      },
      await readPair(flags.key),
    ),
  )
  await writeFile(flags.out, JSON.stringify(pack), { flag: 'wx' })
  console.log(`已打包 ${files.length} 份文件：${basename(flags.out)}`)
}

const readKey = async (file: string): Promise<string> => (await readFile(file, 'utf8')).trim()

async function readPair(file: string): Promise<{ privateKey: string; publicKey: string }> {
  const pair: unknown = JSON.parse(await readFile(file, 'utf8'))
  const told = (name: string) => (typeof pair === 'object' && pair !== null ? String(Reflect.get(pair, name)) : '')
  return { privateKey: told('privateKey'), publicKey: told('publicKey') }
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(wordsOf(result))
}

function wordsOf({ refusal, details }: Refusal): string {
  const words = partnerRefusals[refusal]
  return words === undefined ? refusal : fillText(`${words.zh.title}${words.zh.next}`, details)
}
