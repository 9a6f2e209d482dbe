import type { ToldFile, ToldStep } from '#modules/credit'

const told = (words: string) => `${words}（模拟数据）`
const step = (event: string, daysAgo: number, by: string, input: ToldStep['input']): ToldStep => ({
  event,
  daysAgo,
  by,
  input,
})

const faults = [
  ['minors', '向一名穿校服的学生卖出一包烟'],
  ['noDisplay', '许可证收在抽屉里'],
  ['noPriceTag', '新到的卷烟没有标价'],
  ['swappedCode', '三条卷烟打的是邻店的证号'],
  ['otherSource', '从外地批发市场进货两条'],
  ['supplyOthers', '给没有许可证的摊点供烟'],
  ['counterfeit', '鉴定为假烟的卷烟五条'],
] as const

/** 信用记录: noted by one, confirmed by another; the last two wait. */
const records = (shops: readonly string[], today: Temporal.PlainDate): readonly ToldFile[] =>
  shops.map((licenceNo, n) => {
    const daysAgo = n < 12 ? 200 - n * 14 : 2
    const [what, words] = faults[n % faults.length] ?? faults[0]
    const happenedOn = today.subtract({ days: daysAgo + 2 }).toString()
    const input = { what, happenedOn, words: told(words), evidence: `笔录 模拟${n + 1}号` }
    const confirm = step('confirm', daysAgo - 1, 'legal', { words: told('与笔录一致') })
    return { kind: 'record', licenceNo, daysAgo, by: 'inspector2', input, steps: n < 12 ? [confirm] : [] }
  })

/** 异常档案 that people proposed; 分类处置 with what was done. */
const watches = (shops: readonly string[]): readonly ToldFile[] => {
  const kinds = [
    ['leak', 'key', 'admonish', '两次在外地查获本店条码'],
    ['personMismatch', 'focus', 'persuade', '看店的人不是持证人，也不是家人'],
    ['refusal', 'key', 'talk', '检查时关门离开'],
    ['alertConfirmed', 'focus', 'persuade', '单品订购量连续三期超过均值两倍'],
    ['manyLicences', 'focus', 'remind', '同一人名下两个店，只有一个在经营'],
  ] as const
  return shops.flatMap((licenceNo, n) => {
    const [reason, level, measure, words] = kinds[n % kinds.length] ?? kinds[0]
    const daysAgo = 95 - n * 14
    return {
      ...{ kind: 'watch', licenceNo, daysAgo, by: 'analyst', input: { reason, words: told(words) } },
      steps: [
        step('approve', daysAgo - 2, 'head', { level, words: told('同意列入') }),
        step('measure', daysAgo - 5, 'inspector', { measure, words: told('已上门说明') }),
        ...(n === 0 ? [step('review', 5, 'inspector', { level, words: told('没有新的外流条码') })] : []),
        ...(n === 4 ? [step('leave', 2, 'inspector', { words: told('另一证已办理歇业') })] : []),
      ],
    } as const
  })
}

/** 约谈: kept, held, noticed and proposed. */
function talks(
  shops: readonly string[],
  today: Temporal.PlainDate,
  staff: readonly [string, string],
): readonly ToldFile[] {
  /** Never on a weekend: nobody is talked to then. */
  const day = (days: number) => {
    const on = today.add({ days })
    return (on.dayOfWeek > 5 ? on.subtract({ days: on.dayOfWeek - 5 }) : on).toString()
  }
  const open = (licenceNo: string | undefined, daysAgo: number, on: number, steps: readonly ToldStep[]): ToldFile => ({
    ...{ kind: 'talk', licenceNo: licenceNo ?? '', daysAgo, by: 'inspector', steps },
    input: {
      ...{ words: told('本月三次向未成年人售烟的反映'), day: day(on), time: '上午9时30分', place: '市局二楼约谈室' },
      staff,
    },
  })
  const notify = (daysAgo: number) => step('notify', daysAgo, 'head', { words: told('同意约谈') })
  const hold = (daysAgo: number, by: number) =>
    step('hold', daysAgo, 'inspector', {
      words: told('说明了规定和后果，当事人表示理解'),
      commitments: ['亮证经营', '不向未成年人售烟', '只从烟草公司进货'],
      commitBy: day(by),
      signed: 'signed',
    })
  const kept = step('kept', 4, 'inspector2', { words: told('回访三次，承诺都做到了') })
  return [
    open(shops[0], 42, -32, [notify(41), hold(32, -12), kept]),
    open(shops[1], 22, -12, [notify(21), hold(12, 18)]),
    open(shops[2], 2, 9, [notify(1)]),
    open(shops[3], 1, 12, []),
  ]
}

/** 示范店: three named, two on public notice, one nominated; all of them seen twice without a fault. */
const models = (shops: readonly string[]): readonly ToldFile[] =>
  shops.map((licenceNo, n) => {
    const daysAgo = n < 3 ? 60 : 6
    const publicise = step('publicise', daysAgo - 2, 'inspector', { words: told('条件都符合') })
    const name = step('name', daysAgo - 16, 'head', { words: told('公示期没有意见') })
    const input = { words: told('明码标价，主动劝阻未成年人买烟') }
    const steps = n < 3 ? [publicise, name] : n < 5 ? [publicise] : []
    return { kind: 'model', licenceNo, daysAgo, by: 'window', input, steps }
  })

/** 异议 and 修复 about the records before them. */
const requests = (): readonly { readonly after: number; readonly file: Omit<ToldFile, 'licenceNo'> }[] => [
  {
    after: 11,
    file: {
      kind: 'objection',
      daysAgo: 5,
      by: 'window',
      aboutPrevious: true,
      input: { words: told('当天没有营业，有停电通知') },
    },
  },
  {
    after: 1,
    file: {
      kind: 'repair',
      daysAgo: 8,
      by: 'window',
      aboutPrevious: true,
      input: { words: told('已经把许可证挂在柜台后面') },
    },
  },
]

export function filesByHand(
  shops: readonly string[],
  today: Temporal.PlainDate,
  staff: readonly [string, string],
): readonly ToldFile[] {
  const asked = new Map(requests().map(({ after, file }) => [after, file]))
  const noted = records(shops.slice(100, 114), today).flatMap((file, n) => {
    const request = asked.get(n)
    return request ? [file, { ...request, licenceNo: file.licenceNo }] : [file]
  })
  return [
    ...noted,
    ...watches(shops.slice(114, 119)),
    ...talks(shops.slice(119, 123), today, staff),
    ...models(shops.slice(0, 6)),
  ]
}
