import type { Records } from '../link.ts'

/** A record of a made-up person as an officer, a parcel or a caller wrote it down; 模拟数据. */
export interface Written {
  readonly person: number
  readonly cells: readonly string[]
}

const surnames = [...'陈梁吴冯郑岑黄李何张林谭关伍周黎麦区邓罗温聂莫甄余刘司徒欧阳']
const given = [...'伟炜薇芳方强刚明铭鸣华桦国果文闻健建剑丽莉英瑛杰洁志智秀绣海军君平萍永勇泳福富贵桂兰岚']
const towns = [
  '恩城街道',
  '横陂镇',
  '圣堂镇',
  '良西镇',
  '沙湖镇',
  '牛江镇',
  '君堂镇',
  '大田镇',
  '那吉镇',
  '大槐镇',
  '东成镇',
]
const streets = [
  '新平路',
  '沿江路',
  '锦江大道',
  '人民西路',
  '市场路',
  '建设路',
  '东安街',
  '环城路',
  '南昌村',
  '塘劳村',
  '石坎村',
  '上凯村',
]

export const columns = ['name', 'phone', 'id_no', 'address', 'plate']

/** Repeatable chance for made-up records (Lehmer 1951). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** About `perPerson` records of each person, each with some slips and gaps. */
export function writtenPersons(persons: number, perPerson: number, seed = 7): Written[] {
  const next = chance(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const number = (digits: number): string => Array.from({ length: digits }, () => Math.floor(next() * 10)).join('')
  const all: Written[] = []
  for (let person = 0; person < persons; person += 1) {
    const name = pick(surnames) + pick(given) + (next() < 0.7 ? pick(given) : '')
    const truth = [
      name,
      `13${number(9)}`,
      `440785${1940 + Math.floor(next() * 65)}${number(8)}`,
      `${pick(towns)}${pick(streets)}${1 + Math.floor(next() * 300)}号`,
      `粤J${number(5)}`,
    ]
    const times = 1 + Math.floor(next() * (2 * perPerson - 1))
    for (let k = 0; k < times; k += 1)
      all.push({
        person,
        cells: truth.map((cell, at) => (next() < 0.25 ? '' : next() < 0.15 ? slip(cell, at, next) : cell)),
      })
  }
  return all.filter(({ cells }) => cells.filter(cell => cell !== '').length > 1)
}

function slip(cell: string, column: number, next: () => number): string {
  const at = Math.floor(next() * cell.length)
  if (column === 0) return cell.slice(0, -1) + given[Math.floor(next() * given.length)]
  if (next() < 0.5) return cell.slice(0, at) + cell.slice(at + 1)
  return cell.slice(0, at) + Math.floor(next() * 10) + cell.slice(at + 1)
}

export const recordsOf = (written: readonly Written[], second?: number): Records => ({
  ids: written.map((_, at) => `r${at}`),
  columns: columns.map((name, at) => ({ name, cells: written.map(({ cells }) => cells[at] ?? '') })),
  second,
})
