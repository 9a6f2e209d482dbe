import type { Command } from 'commander'
import { fillText, type RefusalTable } from '#kernel/refusal'
import { intelligenceRefusals, linkFiles } from '#modules/intelligence'
import { csvRefusals, writeCsv } from '../../platform/csv.ts'

const tables: RefusalTable = { ...csvRefusals, ...intelligenceRefusals }

/** 同人比对: files in, pairs out; no database, no network, no key. */
export function addLinkCommands(program: Command): void {
  program
    .command('link')
    .description('同人比对：找出写法不同、实为同一人的记录')
    .requiredOption('--in <file>', '要比对的记录（CSV，含 rec_id 列）')
    .option('--right <file>', '第二个文件；给出时只找两个文件之间的同人记录')
    .requiredOption('--out <file>', '结果（rec_id_l,rec_id_r,score）')
    .action(async (options: { in: string; right?: string; out: string }) => {
      const began = performance.now()
      const linked = await linkFiles(options.in, options.right)
      if (!linked.ok) {
        const words = tables[linked.refusal]?.zh
        throw new Error(words ? fillText(`${words.title}${words.next}`, linked.details) : linked.refusal)
      }
      const { records, links } = linked.value
      await writeCsv(options.out, [
        ['rec_id_l', 'rec_id_r', 'score'],
        ...links.map(({ left, right, score }) => [left, right, score.toFixed(6)]),
      ])
      const seconds = ((performance.now() - began) / 1_000).toFixed(1)
      console.log(`${records} 条记录，找出 ${links.length} 对同一人的记录，用时 ${seconds} 秒，已写入 ${options.out}。`)
    })
}
