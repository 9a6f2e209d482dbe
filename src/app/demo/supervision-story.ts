import type { ToldFile, ToldStep } from '#modules/credit'
import type { PastDraw, PastFinding, PastVisit } from '#modules/inspection'
import { filesByHand } from './supervision-files.ts'

/** 24 shops are seen twice without a fault, the others once. */
const seenTwice = 24
export const shopsOfStory = 130

interface Seen {
  readonly outcome: PastVisit['outcome']
  readonly words: string
  readonly rectifyDays: number | null
  readonly daysAgo: number
  readonly open?: true
}

const clear = (daysAgo: number): Seen => ({ outcome: 'clear', words: '', rectifyDays: null, daysAgo })

/** What the nth visit found (模拟数据). */
function seenAt(n: number): Seen {
  const at = 40 + ((n * 37) % 200)
  // One review is overdue: a page without a clock that ran out would show half of what it is for.
  const idle = n === 89 ? 110 : 20 + (n - 84) * 9
  if (n >= 72 && n < 80) {
    const i = n - 72
    const daysAgo = [120, 100, 80, 60, 9, 8, 40, 50][i] ?? 60
    return {
      outcome: 'rectify',
      words: '许可证没有摆在显眼处，部分卷烟没有明码标价。（模拟数据）',
      rectifyDays: 10,
      daysAgo,
    }
  }
  if (n >= 80 && n < 84)
    return { outcome: 'filed', words: '柜台下有打外地证号的卷烟。（模拟数据）', rectifyDays: null, daysAgo: n - 78 }
  if (n >= 84 && n < 88)
    return { outcome: 'unreachable', words: '门关着，电话打不通。（模拟数据）', rectifyDays: null, daysAgo: idle }
  if (n >= 88 && n < 90)
    return { outcome: 'closedDown', words: '门面已经改卖早餐。（模拟数据）', rectifyDays: null, daysAgo: idle }
  if (n >= 90 && n < 94) return { ...clear(n - 89), open: true }
  return clear(at)
}

/** 往期检查: the same shops tell the same past. */
export function visitsOf(shops: readonly string[]): readonly PastVisit[] {
  const twice = Array.from({ length: seenTwice }, (_, n) => [
    { shop: n, ...clear(160 + n * 3) },
    { shop: n, ...clear(75 + n * 3) },
  ]).flat()
  const once = Array.from({ length: 96 - seenTwice }, (_, i) => ({ shop: i + seenTwice, ...seenAt(i + seenTwice) }))
  return [...twice, ...once].flatMap(({ shop, ...seen }, n) => {
    const licenceNo = shops[shop]
    if (licenceNo === undefined) return []
    const kind = n % 5 === 4 ? ('offHours' as const) : n % 3 === 2 ? ('report' as const) : ('regular' as const)
    const reason =
      kind === 'offHours' ? ('season' as const) : kind === 'report' ? ('reported' as const) : ('cycle' as const)
    return [{ licenceNo, kind, reason, ...seen }]
  })
}

/** 往期双随机抽查: frozen 86 days ago, its last outcome public some seven weeks ago. */
export function drawOf(today: Temporal.PlainDate): PastDraw {
  const daysAgo = 86
  return {
    title: `${today.subtract({ days: daysAgo }).year}年烟草制品零售双随机抽查（模拟数据）`,
    items: [
      { code: 'JC-01', name: '亮证经营、明码标价' },
      { code: 'JC-03', name: '卷烟来源和喷码' },
    ],
    daysAgo,
    outside: '市人大代表（模拟）',
    publicValue: '冻结当日恩平气象站公布的最高气温（℃，模拟数据）',
    publicNumber: '31.4',
    seen: n => {
      if (n % 29 === 7) return { outcome: 'rectify', words: '部分卷烟没有明码标价。（模拟数据）', rectifyDays: 10 }
      if (n === 20) return { outcome: 'unreachable', words: '门关着，电话打不通。（模拟数据）', rectifyDays: null }
      if (n === 33) return { outcome: 'closedDown', words: '门面已经改卖早餐。（模拟数据）', rectifyDays: null }
      if (n === 41) return { outcome: 'filed', words: '柜台下有打外地证号的卷烟。（模拟数据）', rectifyDays: null }
      return { outcome: 'clear', words: '', rectifyDays: null }
    },
  }
}

const step = (event: string, daysAgo: number, by: string, words: string, more: object = {}): ToldStep => ({
  event,
  daysAgo,
  by,
  input: { words: `${words}（模拟数据）`, ...more },
})

/** What became of the corrections, by their place in the list. */
function afterRectify(i: number, daysAgo: number): readonly ToldStep[] {
  if (i < 4 || i > 7) return [step('pass', daysAgo - 14, 'head', '照片显示已经改正')]
  if (i === 6) return [step('fail', 26, 'head', '复查时仍没有明码标价')]
  if (i === 7)
    return [step('fail', 36, 'head', '复查时许可证仍没有亮出'), step('handOver', 3, 'inspector', '两次没有改正')]
  return []
}

function afterIdle(i: number, daysAgo: number): readonly ToldStep[] {
  const approve = step('approve', daysAgo - 2, 'head', '先提醒，再看', { level: 'remind' })
  if (i === 0)
    return [approve, step('review', Math.max(1, daysAgo - 30), 'inspector', '仍没有营业', { level: 'focus' })]
  if (i === 1)
    return [
      approve,
      step('leave', Math.max(2, daysAgo - 20), 'inspector2', '已恢复经营'),
      step('approveExit', Math.max(1, daysAgo - 21), 'head', '同意'),
    ]
  return i > 3 ? [approve] : []
}

/** 信用档案 that follow from the visits, then those that people opened. */
export function filesOf(
  findings: readonly PastFinding[],
  shops: readonly string[],
  { today, staff }: { readonly today: Temporal.PlainDate; readonly staff: readonly [string, string] },
): readonly ToldFile[] {
  const count = { rectify: 0, idle: 0 }
  const fromVisits = findings.map((finding): ToldFile => {
    const { outcome, licenceNo, checkedOn } = finding
    const daysAgo = Temporal.PlainDate.from(checkedOn).until(today, { largestUnit: 'days' }).days
    const told = { licenceNo, daysAgo, by: 'inspection', finding } as const
    if (outcome === 'clear') return { ...told, kind: 'record' }
    if (outcome === 'filed') return { ...told, kind: 'disposal' }
    if (outcome === 'rectify') return { ...told, kind: 'disposal', steps: afterRectify(count.rectify++, daysAgo) }
    return { ...told, kind: 'watch', steps: afterIdle(count.idle++, daysAgo) }
  })
  return [...fromVisits, ...filesByHand(shops, today, staff)]
}
