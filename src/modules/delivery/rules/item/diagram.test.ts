import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { diagramOf } from '#kernel/state-table'
import { itemEventLabels, itemMoves, itemStateLabels } from './moves.ts'

it('the picture in docs/delivery.md is the table', () => {
  const labels = Object.fromEntries(
    [...Object.entries(itemStateLabels), ...Object.entries(itemEventLabels)].map(([code, { zh }]) => [code, zh]),
  )
  const page = readFileSync(join(import.meta.dirname, '../../../../../docs/delivery.md'), 'utf8')
  expect(page).toContain(`\`\`\`mermaid\n${diagramOf(itemMoves, labels)}\`\`\``)
})
