import type { OpenFile } from '#modules/licensing'

type Step = readonly [account: string, event: string, ago: number, input?: OpenFile['steps'][number]['input']]

/** A file of the work list: its officers by account, its days as working days before today. */
export interface Story extends Omit<OpenFile, 'licenceNo' | 'terminalId' | 'steps'> {
  /** 届满日 near enough for 视为准予延续, or still weeks away. */
  readonly expires: 'soon' | 'later'
  readonly steps: readonly Step[]
}

const noAnswer = { kind: 'unavailable' } as const
const found = { kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true } as const
const renewal = { service: 'renewal', answers: {}, business: noAnswer, expires: 'later' } as const
const opinion = (text: string) => ({ opinion: `${text}（模拟数据）` })
/** 受理 and the start of the review. */
const taken = (accepted: number): readonly Step[] => [
  ['window', 'accept', accepted],
  ['reviewer', 'startReview', accepted],
]

/** One file for each place where somebody has something to do, the most pressing at the end. */
export const stories: readonly Story[] = [
  { ...renewal, filedAgo: 1, steps: [] },
  { ...renewal, business: { ...found, sameName: false }, filedAgo: 4, steps: [] },
  {
    ...renewal,
    ...{ business: { ...found, sameAddress: false }, filedAgo: 5 },
    steps: [
      [
        'window',
        'askCorrection',
        3,
        { items: [{ what: '营业执照（模拟数据）', how: '登记的地址与许可证不一致，请提供现在的营业执照。' }] },
      ],
    ],
  },
  { ...renewal, filedAgo: 3, steps: taken(2) },
  {
    ...renewal,
    filedAgo: 6,
    steps: [
      ...taken(5),
      ['reviewer', 'orderSiteCheck', 4, opinion('一年内没有实地核查记录，请两名核查人员到店核查。')],
    ],
  },
  {
    ...renewal,
    ...{ business: { ...found, sameOperator: false }, filedAgo: 7 },
    steps: [
      ...taken(6),
      [
        'reviewer',
        'inviteStatement',
        2,
        { ...opinion('营业执照上的经营者与持证人不一致，拟不予延续，先听取陈述申辩。'), grounds: [3] },
      ],
    ],
  },
  {
    ...renewal,
    filedAgo: 6,
    steps: [...taken(5), ['reviewer', 'proposeGrant', 1, opinion('已电话核对营业执照，材料齐全，建议准予延续。')]],
  },
  { ...renewal, expires: 'soon', filedAgo: 26, steps: taken(25) },
]
