import type { PaperBlock } from './case-paper.ts'

/** All words of a body, for the check that reads what was really issued. */
export const paperWords = (blocks: readonly PaperBlock[]): string =>
  blocks
    .flatMap(block =>
      'text' in block ? [block.text] : 'list' in block ? block.list : block.rows.map(([a, b]) => `${a}：${b}`),
    )
    .join('\n')
