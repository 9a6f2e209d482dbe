import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Link, linkFiles, linkRecords } from '#modules/intelligence'
import { columns, writtenPersons } from '../src/modules/intelligence/linking/testing/persons.ts'

const shared = join(import.meta.dirname, '../../shared/bench/linking')
/** F1 at the program's own threshold (README of the benchmark data). */
const aims: Readonly<Record<string, number>> = { febrl1: 0.9995, febrl2: 0.9995, febrl3: 0.9995, fake1000: 0.95 }

/**
 * Records of the same person: quality on published sets, where they stand beside the project; then 50,000 made-up
 * records against the limit of reading every value and putting records with an equal one side by side, with nothing weighed.
 */
export async function run(): Promise<void> {
  if (existsSync(shared)) for (const [name, aim] of Object.entries(aims)) await ofSet(name, aim)
  else console.log('../shared/bench/linking 不在：没有量公开数据集上的 F1。')
  large()
}

async function ofSet(name: string, aim: number): Promise<void> {
  const linked = await linkFiles(join(shared, `${name}.csv`), undefined)
  if (!linked.ok) throw new Error(linked.refusal)
  const rows = readFileSync(join(shared, `${name}_truth.csv`), 'utf8')
    .trim()
    .split(/\r?\n/u)
    .slice(1)
  const entity = new Map(rows.map(row => row.split(',').slice(0, 2) as [string, string]))
  const right = linked.value.links.filter(({ left, right }) => entity.get(left) === entity.get(right)).length
  console.log(
    `${name}：F1 ${f1(right, linked.value.links.length, pairsOf([...entity.values()])).toFixed(4)}（目标 ≥ ${aim}）`,
  )
}

function large(): void {
  const written = writtenPersons(12_000, 4).slice(0, 50_000)
  const cells = columns.map((name, at) => ({ name, cells: written.map(row => row.cells[at] ?? '') }))
  const began = performance.now()
  const links = linkRecords({ ids: written.map((_, at) => `r${at}`), columns: cells, second: undefined })
  const seconds = (performance.now() - began) / 1_000
  const limit = sideBySide(cells)
  const right = links.filter(({ left, right }: Link) => written[left]?.person === written[right]?.person).length
  const quality = f1(right, links.length, pairsOf(written.map(({ person }) => String(person))))
  console.log(
    `${written.length} 条记录（模拟数据）：${seconds.toFixed(1)} 秒（目标 ≤ 60 秒），F1 ${quality.toFixed(4)}；只把相同的值排到一起 ${limit.toFixed(1)} 秒，比值 ${(seconds / limit).toFixed(1)}`,
  )
}

function sideBySide(cells: readonly { readonly cells: readonly string[] }[]): number {
  const began = performance.now()
  for (const { cells: column } of cells) for (const group of Map.groupBy(column, cell => cell).values()) group.sort()
  return (performance.now() - began) / 1_000
}

function pairsOf(entities: readonly string[]): number {
  return [...Map.groupBy(entities, entity => entity).values()].reduce(
    (sum, { length }) => sum + (length * (length - 1)) / 2,
    0,
  )
}

const f1 = (right: number, found: number, pairs: number): number => (2 * right) / (found + pairs)
