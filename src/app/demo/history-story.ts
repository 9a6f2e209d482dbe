import type { PastFile } from '#modules/licensing'
import { type Chance, chanceOf } from '../../../town/chance.ts'

export interface PastShop {
  readonly licenceNo: string
  readonly validFrom: string
  /** Its term began within the last weeks and was not its first. */
  readonly renewed: boolean
  /** The village terminal of its town, if one stands there. */
  readonly terminalId: string | null
}

/** 往期办件的故事 (模拟数据): the same shops and day tell the same story. Renewals agree with the terms on the licences. */
export function storyOf(shops: readonly PastShop[], today: Temporal.PlainDate): readonly PastFile[] {
  const chance = chanceOf('history')
  return shops.flatMap(shop => {
    if (shop.renewed) {
      const from = Temporal.PlainDate.from(shop.validFrom)
      const submitted = from.subtract({ days: chance.int(32, 50) })
      return [file(shop, { service: 'renewal', answers: {}, day: submitted, deemedAfter: before(from) }, chance)]
    }
    const day = today.subtract({ days: chance.int(4, 120) })
    const age = day.until(today, { largestUnit: 'days' }).days
    const recent = age < 20
    const asked = chance.weighted([
      [45, 'change'],
      [30, 'reissue'],
      [25, 'suspend'],
    ] as const)
    if (asked === 'change') {
      const answers = chance.often(0.7)
        ? { items: 'phone', phone: `1380000${chance.int(1000, 9999)}` }
        : { items: 'ecoType', ecoType: '1403' }
      return [file(shop, { service: asked, answers, day, recent }, chance)]
    }
    // A shop that trades again must have come back: a pause that is too young is told as a lost certificate.
    if (asked === 'reissue' || age < 65)
      return [
        file(shop, { service: 'reissue', answers: { cause: chance.pick(causes), which: 'both' }, day, recent }, chance),
      ]
    const to = day.add({ days: 45 }).toString()
    const answers = {
      from: day.add({ days: 15 }).toString(),
      to,
      reason: chance.pick(['renovation', 'illness', 'away']),
    }
    const pause = { from: answers.from, to }
    const back = { service: 'resume', answers: { same: 'same' }, day: day.add({ days: 44 }), pause } as const
    return [file(shop, { service: 'suspend', answers, day }, chance), file(shop, back, chance)]
  })
}

const causes = ['lost', 'damaged'] as const
const before = (day: Temporal.PlainDate): string => day.subtract({ days: 1 }).toString()

interface Told {
  readonly service: PastFile['service']
  readonly answers: PastFile['answers']
  readonly day: Temporal.PlainDate
  readonly deemedAfter?: string
  readonly pause?: PastFile['pause']
  /** So late that a bad rating may still wait for its follow-up. */
  readonly recent?: boolean
}

/** Minutes from the first touch to submit: the shortest and the longest. */
const minutes = { terminal: [2, 7], online: [3, 11], window: [8, 22], helper: [5, 13] } as const

function file(
  shop: PastShop,
  { day, deemedAfter, recent = false, pause = null, ...told }: Told,
  chance: Chance,
): PastFile {
  const channel = chance.weighted([
    [52, 'terminal'],
    [26, 'online'],
    [12, 'window'],
    [10, 'helper'],
  ] as const)
  const [shortest, longest] = minutes[channel]
  const time = `${chance.int(9, 16)}:${chance.int(10, 59)}`.padStart(5, '0')
  const corrected = chance.often(0.08)
  // The promise is eight working days; one file in thirty came late.
  const decideDays = chance.often(0.03) ? chance.int(9, 11) : chance.int(1, corrected ? 7 : 5)
  return {
    ...told,
    licenceNo: shop.licenceNo,
    pause,
    method: methodOf(channel, told.service, chance),
    channel,
    terminalId: channel === 'terminal' ? shop.terminalId : null,
    helped: channel === 'helper' || (channel === 'terminal' && chance.often(0.2)),
    applyMinutes: chance.int(shortest * 10, longest * 10) / 10,
    submittedAt: Temporal.Instant.from(`${day}T${time}:00+08:00`).toString(),
    deemedAfter: deemedAfter ?? null,
    corrected,
    decideDays,
    rated:
      channel !== 'window' && chance.often(0.55)
        ? opinion(chance, decideDays > 8 ? slow : corrected ? unclear : undefined)
        : null,
    followUp: chance.pick<PastFile['followUp']>(recent ? [null, unreached] : [explained, solved]),
  }
}

/** Whoever ends or changes a right proves himself by more than a card (加强核验), or a person looks. */
function methodOf(channel: PastFile['channel'], service: PastFile['service'], chance: Chance): string {
  const more = service === 'change' || service === 'reissue'
  if (channel === 'window') return 'counter'
  if (channel === 'online') return more || chance.often(0.6) ? 'oidc' : 'code'
  return more && chance.often(0.75) ? 'cardCode' : 'card'
}

const praise = ['', '', '村里就能办，不用跑市里。', '帮办员讲得清楚。', '几分钟就交上去了。'] as const
const slow = { reasons: ['slow'], words: '等的时间比说的长。' } as const
const unclear = { reasons: ['unclear'], words: '补了一次照片才通过，最好一次说清楚。' } as const
const hard = { reasons: ['hard'], words: '屏幕上的字有时候点不中。' } as const
const explained = { outcome: 'explained', note: '已电话说明经过并致歉，当事人理解。（模拟数据）' } as const
const solved = { outcome: 'solved', note: '已联系当事人，问题已解决。（模拟数据）' } as const
const unreached = { outcome: 'unreached', note: '两次拨打无人接听。（模拟数据）' } as const

function opinion(chance: Chance, trouble: typeof slow | typeof unclear | undefined): NonNullable<PastFile['rated']> {
  if (chance.often(trouble ? 0.5 : 0.04)) {
    const { reasons, words } = trouble ?? hard
    return { grade: chance.often(0.3) ? 1 : 2, reasons, words: `${words}（模拟数据）` }
  }
  const reasons = [chance.pick(['fast', 'noTrip', 'easy'] as const), 'clear' as const]
  const words = chance.pick(praise)
  const grade = chance.weighted([
    [70, 5],
    [22, 4],
    [8, 3],
  ] as const)
  return { grade, reasons: grade === 3 ? [] : reasons, words: words && `${words}（模拟数据）` }
}
