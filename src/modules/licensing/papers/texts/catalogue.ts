import type { Catalogue, CatalogueEntry, PaperBlock, PaperFile } from '../paper.ts'
import { matter, text } from './words.ts'

/** In groups, so that a line of paper can break and an eye can compare. */
const grouped = (sm3: string): string => sm3.replace(/(.{16})(?=.)/gu, '$1 ')

const lines = (entries: readonly CatalogueEntry[]): PaperBlock[] =>
  entries.length === 0 ? [text('无。')] : [{ list: entries.map(({ what, sm3 }) => `${what}（SM3 ${grouped(sm3)}）`) }]

/** 卷内目录: what the closed file holds, each with its digest, so that a later change of anything shows. */
export function catalogue(file: PaperFile, { papers, materials, events }: Catalogue): PaperBlock[] {
  return [
    text(`您提出的${matter(file)}已经办结归档。本卷宗的内容如下，各项附 SM3 摘要，供日后核对。`),
    text('一、文书：'),
    ...lines(papers),
    text('二、材料：'),
    ...lines(materials),
    text('三、办理过程：'),
    ...lines(events),
  ]
}
