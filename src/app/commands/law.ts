import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { codeOfTitle } from '#kernel/citations-in-text'
import { type LawUse, lawUseKinds } from '#kernel/law-use'
import {
  type ImpactLine,
  impactOf,
  openLibrary,
  parsePasted,
  parseStatute,
  placeOf,
  type Statute,
  usesByArticle,
} from '#modules/outreach'
import { systemClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import type { Database } from '../../platform/database.ts'
import { allLawUses } from '../law-uses.ts'
import { houseModules } from '../modules.ts'
import { withDatabase } from './with-database.ts'

const kindWords: Readonly<Record<ImpactLine['change']['kind'], string>> = {
  added: '新增',
  removed: '删去',
  changed: '修改',
  renumbered: '条号改变',
}

/** 法规: what in this house rests on an article, and what a changed text touches. */
export function addLawCommands(program: Command): void {
  const law = program.command('law').description('法规和引用它的规则、文书、处罚、参数、页面')
  law
    .command('uses <law> <article>')
    .description('引用这一条的全部内容；法规写代号或名称，如 XK 50')
    .action((name: string, article: string) =>
      withDatabase(async ({ database }) => {
        const statute = await find(database, name)
        const found = (await usesOf(database)).get(placeOf(statute.code ?? '', Number(article))) ?? []
        for (const use of found) console.log(lineOf(use))
        console.log(`《${statute.line.title}》第 ${article} 条：${found.length} 处引用。`)
      }),
    )
  law
    .command('impact <law>')
    .description('影响清单：这个版本与上一版本不同的每一条，被哪里引用；--file 用还没有入库的文本比较')
    .option('--file <text>', '新文本（.md 或者纯文本）')
    .action((name: string, { file }: { file?: string }) =>
      withDatabase(async ({ database }) => {
        const statute = await find(database, name)
        const { older, newer, words } = file === undefined ? versions(statute) : await against(statute, file)
        const items = impactOf(codeOfTitle(statute.line.title), older, newer, await usesOf(database))
        for (const { change, uses } of items) {
          console.log(`${change.label}　${kindWords[change.kind]}　${uses.length} 处引用`)
          for (const use of uses) console.log(`  ${lineOf(use)}`)
        }
        const touched = new Set(items.flatMap(({ uses }) => uses))
        console.log(`《${statute.line.title}》${words}：${items.length} 条不同，涉及 ${touched.size} 处。`)
      }),
    )
}

const lineOf = ({ kind, zh, id }: LawUse): string => `${lawUseKinds[kind].zh}　${zh}　[${id}]`

async function usesOf({ db }: Database) {
  const modules = houseModules(readConfig(), { clock: systemClock, note: () => undefined })
  return usesByArticle(await allLawUses(modules, db))
}

async function find({ db }: Database, name: string): Promise<Statute> {
  const { byKey, statutes } = await openLibrary(db, systemClock.now().today)
  const found = byKey.get(name) ?? statutes.find(({ line }) => line.title.endsWith(name))
  if (!found) throw new Error(`法规库里没有“${name}”。可以写代号（XK）、版本（XK-20190423）或者名称。`)
  return found
}

function versions({ line, articles, before }: Statute) {
  if (!before) throw new Error(`《${line.title}》只有 ${line.day} 这一个版本；用 --file 与新文本比较。`)
  return { older: before.articles, newer: articles, words: ` ${before.line.day} → ${line.day}` }
}

async function against({ line, articles }: Statute, file: string) {
  const content = await readFile(resolve(file), 'utf8')
  const newer = content.startsWith('# ') ? parseStatute(file, content).articles : parsePasted(content)
  if (newer.length === 0) throw new Error(`${file} 里没有认出条文。`)
  return { older: articles, newer, words: ` ${line.day} → ${file}` }
}
