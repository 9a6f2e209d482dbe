import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ServiceCode, type ServiceSheet, services } from '#contract/licensing'
import { type ApplyAnswers, noAnswers } from '../web/services/apply/answers.ts'
import { questionOf, stepsOf } from '../web/services/apply/steps.ts'

/**
 * Seconds of one act of the hand, eye or machine. Card, Moran and Newell's keystroke-level model (1983) for the practised
 * person, K and M; the older first-time user by the slower rates of studies on touch kiosks, rounded up. An estimate.
 */
const people = {
  practised: { tap: 0.6, decide: 1.2, charactersPerSecond: 12, card: 3, sign: 5, wait: 1 },
  elder: { tap: 1.5, decide: 3, charactersPerSecond: 5, card: 8, sign: 15, wait: 1 },
} as const
type Person = (typeof people)[keyof typeof people]

/** What a typical retailer answers; a telephone is eleven taps more. */
const typical: Readonly<Partial<Record<ServiceCode, Record<string, string>>>> = {
  change: { items: 'phone', phone: '13800138000' },
  suspend: { from: '2026-12-01', to: '2026-12-31', reason: 'away' },
  resume: { same: 'same' },
  reissue: { cause: 'lost', which: 'both' },
  close: { reason: 'shopCloses', final: 'yes' },
}

/** Characters read on the pages that every service shares: facts, delivery, telephone, notice (its headings), signature. */
const sharedCharacters: Readonly<Record<string, number>> = {
  facts: 60,
  deliver: 40,
  phone: 25,
  notice: 60,
  signature: 30,
}

interface Walk {
  readonly taps: number
  readonly pages: number
  readonly characters: number
  readonly waits: number
}
/**
 * 核对本人, its pages read to the way that is taken. By code: the choice, six digits and the main button, two answers of the
 * machine; taking out the telephone and the way of the message are not estimated. By card alone: the choice.
 */
const proofs = {
  none: { taps: 0, pages: 0, characters: 0, waits: 0 },
  card: { taps: 1, pages: 1, characters: 86, waits: 0 },
  cardCode: { taps: 8, pages: 2, characters: 112, waits: 2 },
} as const satisfies Record<string, Walk>
type Way = keyof typeof proofs
const wayNames = { none: '', card: '只用身份证', cardCode: '身份证加短信验证码' } as const satisfies Record<Way, string>

function walkOf(code: ServiceCode, way: Way): Walk {
  const known = { today: '2026-11-24', validTo: '2027-06-01', scope: [], suspendedFrom: null, suspendedTo: null }
  const sheet = {
    service: code,
    known: { ...known, business: null, minimumMonths: 1, maximumDays: 365 },
    notice: { version: 'v' },
  } as unknown as ServiceSheet
  const answers: ApplyAnswers = { ...noAnswers, said: typical[code] ?? {} }
  const byCode = way === 'cardCode'
  // The code of 身份证加短信验证码 came to the number on file: whether it is right is not asked again.
  const steps = stepsOf({ licences: 1, sheet, answers, reached: byCode })
  // From the idle screen: the offer, and where it is a pair the choice of the two.
  const pair = ['suspend', 'resume', 'reissue', 'close'].includes(code)
  let taps = pair ? 2 : 1
  let characters = 30
  for (const step of steps) {
    const question = questionOf(sheet, step)
    if (!question) {
      taps += 1
      characters += sharedCharacters[step] ?? 0
      continue
    }
    const options = 'options' in question ? question.options.map(option => option.zh).join('') : ''
    characters += question.title.zh.length + (question.hint?.zh.length ?? 0) + options.length
    // One tap answers a choice; several choices and a number need the main button too.
    taps += question.kind === 'phone' ? 12 : question.kind === 'choices' ? 2 : 1
  }
  const proof = proofs[way]
  // The result is read; 退出 ends the visit.
  return {
    taps: taps + proof.taps + 1,
    pages: steps.length + proof.pages + 3,
    characters: characters + proof.characters + 60,
    waits: 4 + proof.waits,
  }
}

const secondsOf = ({ taps, pages, characters, waits }: Walk, person: Person): number =>
  person.card +
  person.sign +
  taps * person.tap +
  pages * person.decide +
  characters / person.charactersPerSecond +
  waits * person.wait

/** `npm run bench -- taps`: an estimate of each service at the terminal from its own definition, step by step. */
export async function run(): Promise<void> {
  console.log('估算（按键级模型），不是实测：触摸次数、页数、要读的字数来自各事项的定义')
  for (const code of Object.keys(typical).toSpliced(0, 0, 'renewal') as ServiceCode[]) {
    for (const way of services[code].stepUp ? (['cardCode', 'card'] as const) : (['none'] as const)) report(code, way)
  }
  const notice = readFileSync(join(import.meta.dirname, '../src/modules/licensing/rules/services/notice.ts'), 'utf8')
  console.log(`告知书按小标题和末段估算；全文 ${notice.replaceAll(/[^\u4e00-\u9fff]/gu, '').length} 字，逐字读另需时间`)
}

const limits = { practised: 60, elder: 150 }

function report(code: ServiceCode, way: Way): void {
  const walk = walkOf(code, way)
  const [quick, slow] = [secondsOf(walk, people.practised), secondsOf(walk, people.elder)]
  const good = quick <= limits.practised && slow <= limits.elder
  console.log(
    `${services[code].name.zh.padEnd(8, '　')} ${String(walk.taps).padStart(2)} 次触摸 ${walk.pages} 页  熟练 ${quick.toFixed(0)} 秒（≤ 60）  老人第一次 ${slow.toFixed(0)} 秒（≤ 150）  ${wayNames[way]}${good ? '' : '  超过'}`,
  )
}
