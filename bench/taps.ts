import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Question, type ServiceCode, type ServiceSheet, services } from '#contract/licensing'
import { type ApplyAnswers, noAnswers } from '../web/services/apply/answers.ts'
import { offeredFirst } from '../web/services/apply/offered-first.ts'
import { questionsAt, type Standing, stepsOf } from '../web/services/apply/steps.ts'

/**
 * Seconds of one act of the hand or eye. Card, Moran and Newell's keystroke-level model (1983) for the practised person, K
 * and M; the older first-time user by the slower rates of studies on touch kiosks, rounded up. An estimate.
 */
const people = {
  practised: { tap: 0.6, decide: 1.2, charactersPerSecond: 12, card: 3, sign: 5 },
  elder: { tap: 1.5, decide: 3, charactersPerSecond: 5, card: 8, sign: 15 },
} as const
type Person = (typeof people)[keyof typeof people]

/**
 * The machine's own time, rounded up from one 补办 at the real terminal on two busy cores (2026-11-26): from the card to the
 * facts 1.4 s, submission to result 0.9 s, each answer about the code 0.13 s. The way of the message itself is not estimated.
 */
const machine = { cardToFacts: 1.5, submit: 1, codeAnswer: 0.3 } as const

/** What a typical retailer answers; a telephone is eleven taps more. */
const typical: Readonly<Partial<Record<ServiceCode, Record<string, string>>>> = {
  change: { items: 'phone', phone: '13800138000' },
  suspend: { from: '2026-12-01', to: '2026-12-31', reason: 'away' },
  resume: { same: 'same' },
  reissue: { cause: 'lost', which: 'both' },
  close: { reason: 'shopCloses', final: 'yes' },
}

/** What is read of a text: its Chinese characters, and each number or masked number as one. */
const reading = (text: string): number =>
  text.replaceAll(/[^\u4e00-\u9fff]/gu, '').length + (text.match(/\{/g)?.length ?? 0)

/** What is read of the sentences of a page, by their keys in its table of words; Chinese stands first there. */
function wordsIn(table: string, ...keys: readonly string[]): number {
  const source = readFileSync(join(import.meta.dirname, '../web', table), 'utf8')
  return keys.reduce((sum, key) => {
    const text = new RegExp(`^    '?${key.replaceAll('.', '\\.')}'?: '(.*)',$`, 'm').exec(source)?.[1]
    if (text === undefined) throw new Error(`${table} has no ${key}`)
    return sum + reading(text)
  }, 0)
}
const wordsOf = (...keys: readonly string[]): number => wordsIn('services/apply/texts.ts', ...keys)

/** Idle screen and the page of the card; the licence is looked through, not read; the result and what comes next. */
const [arriving, facts, result] = [30, 60, 60]
/** 告知书 is looked through too: one full sentence of its five. Read whole it takes longer, as the last line says. */
const notice = 60

const pageWords: Readonly<Record<string, number>> = {
  facts: facts + wordsOf('fetched', 'fetchedBusiness'),
  deliver: wordsOf('deliverTitle', 'deliver.electronic', 'deliver.door', 'deliver.post', 'deliver.pickup'),
  phone: wordsOf('phoneTitle', 'phoneOnFile', 'phoneWhy') + 1,
  notice,
  signature: wordsOf('signTitle', 'signWhy'),
}
/** Where the person is checked on a page too: the licence without what was fetched, and the notice where it is signed. */
const togetherWords: Readonly<Record<string, number>> = {
  facts,
  signature: notice + wordsOf('signNoticeTitle', 'signWhy'),
}

interface Walk {
  readonly taps: number
  readonly pages: number
  readonly characters: number
  /** Answers of the machine about a code. */
  readonly codeAnswers: number
}

const ways = wordsIn('kiosk/face/texts.ts', 'proofAsk', 'byCode', 'byFace', 'byCard', 'byHelp')
const codePage = wordsIn('kiosk/texts.ts', 'codeTitle', 'codeSent')
/**
 * 核对本人 on the page of the facts: all the ways are read, and the tap that chooses one is the tap that confirms the facts.
 * By code one page more: six digits, of which the last goes on, and two answers of the machine; taking out the telephone and
 * the way of the message are not estimated.
 */
const proofs = {
  none: { taps: 0, pages: 0, characters: 0, codeAnswers: 0 },
  card: { taps: 0, pages: 0, characters: ways, codeAnswers: 0 },
  cardCode: { taps: 6, pages: 1, characters: ways + codePage, codeAnswers: 2 },
} as const satisfies Record<string, Walk>
type Way = keyof typeof proofs
const wayNames = { none: '', card: '只用身份证', cardCode: '短信验证码' } as const satisfies Record<Way, string>

/** Title, hint and options; on the page of 变更 the number is typed where its option would stand, the old one above it. */
function questionWords(question: Question, onPage: readonly Question[]): number {
  const { first, rest } = offeredFirst(question, onPage)
  const options = first.map(option => option.zh).join('')
  const behind = rest.length > 0 ? wordsOf('moreChoices') : 0
  const old = question.kind === 'phone' && question.sharesPage ? wordsOf('phoneNow') : 0
  return reading(question.title.zh + (question.hint?.zh ?? '') + options) + behind + old
}

/** One tap answers a choice; several choices and a number need the main button too, and together they share it. */
function tapsOf(question: Question, onPage: readonly Question[]): number {
  if (question.kind === 'phone') return 12
  if (question.kind !== 'choices') return 1
  return onPage.some(({ kind }) => kind === 'phone') ? 0 : 2
}

function walkOf(code: ServiceCode, way: Way): Walk {
  const known = { today: '2026-11-24', validTo: '2027-06-01', scope: [], suspendedFrom: null, suspendedTo: null }
  const sheet = {
    service: code,
    known: { ...known, business: null, minimumMonths: 1, maximumDays: 365 },
    notice: { version: 'v' },
  } as unknown as ServiceSheet
  const answers: ApplyAnswers = { ...noAnswers, said: typical[code] ?? {} }
  // The code of 身份证加短信验证码 came to the number on file: whether it is right is not asked again.
  const standing: Standing = {
    licences: 1,
    sheet,
    answers,
    reached: way === 'cardCode',
    together: services[code].stepUp,
  }
  const steps = stepsOf(standing)
  // From the idle screen: the offer, and where it is a pair the choice of the two.
  const pair = ['suspend', 'resume', 'reissue', 'close'].includes(code)
  let taps = pair ? 2 : 1
  let characters = arriving
  for (const step of steps) {
    const questions = questionsAt(sheet, step, standing)
    if (questions.length === 0) {
      taps += 1
      characters += (standing.together ? togetherWords[step] : undefined) ?? pageWords[step] ?? 0
    }
    for (const question of questions) {
      characters += questionWords(question, questions)
      taps += tapsOf(question, questions)
    }
  }
  const proof = proofs[way]
  // The result is read; 退出 ends the visit.
  return {
    taps: taps + proof.taps + 1,
    pages: steps.length + proof.pages + 3,
    characters: characters + proof.characters + result,
    codeAnswers: proof.codeAnswers,
  }
}

const secondsOf = ({ taps, pages, characters, codeAnswers }: Walk, person: Person): number =>
  person.card +
  person.sign +
  taps * person.tap +
  pages * person.decide +
  characters / person.charactersPerSecond +
  machine.cardToFacts +
  machine.submit +
  codeAnswers * machine.codeAnswer

/** `npm run bench -- taps`: an estimate of each service at the terminal from its own definition, step by step. */
export async function run(): Promise<void> {
  console.log(
    '估算（按键级模型），不是实测：触摸次数、页数、要读的字数来自各事项的定义和页面上的话（标题、提示、选项）',
  )
  for (const code of Object.keys(typical).toSpliced(0, 0, 'renewal') as ServiceCode[]) {
    for (const way of services[code].stepUp ? (['cardCode', 'card'] as const) : (['none'] as const)) report(code, way)
  }
  const text = readFileSync(join(import.meta.dirname, '../src/modules/licensing/rules/services/notice.ts'), 'utf8')
  console.log(`告知书按通读一段、浏览其余估算（${notice} 字）；全文 ${reading(text)} 字，逐字读另需时间`)
}

const limits = { practised: 60, elder: 150 }

function report(code: ServiceCode, way: Way): void {
  const walk = walkOf(code, way)
  const [quick, slow] = [secondsOf(walk, people.practised), secondsOf(walk, people.elder)]
  const good = quick <= limits.practised && slow <= limits.elder
  console.log(
    `${services[code].name.zh.padEnd(8, '　')} ${String(walk.taps).padStart(2)} 次触摸 ${walk.pages} 页 ${walk.characters} 字  熟练 ${quick.toFixed(1)} 秒（≤ 60）  老人第一次 ${slow.toFixed(1)} 秒（≤ 150）  ${wayNames[way]}${good ? '' : '  超过'}`,
  )
}
