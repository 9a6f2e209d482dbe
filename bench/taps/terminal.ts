import { type Question, type ServiceCode, type ServiceSheet, services } from '#contract/licensing'
import { type ApplyAnswers, noAnswers } from '../../web/services/apply/answers.ts'
import { offeredFirst } from '../../web/services/apply/offered-first.ts'
import { questionsAt, type Standing, stepsOf } from '../../web/services/apply/steps.ts'
import type { Walk } from './people.ts'
import { notice, reading, result, wordsIn, wordsOf } from './words.ts'

/** What a typical retailer answers; a telephone is eleven taps more. */
const typical: Readonly<Partial<Record<ServiceCode, Record<string, string>>>> = {
  change: { items: 'phone', phone: '13800138000' },
  suspend: { from: '2026-12-01', to: '2026-12-31', reason: 'away' },
  resume: { same: 'same' },
  reissue: { cause: 'lost', which: 'both' },
  close: { reason: 'shopCloses', final: 'yes' },
}
export const atTheTerminal = ['renewal', ...Object.keys(typical)] as readonly ServiceCode[]

/** Idle screen and the page of the card; the licence is looked through, not read. */
const [arriving, facts] = [30, 60]

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

const ways = wordsIn('kiosk/face/texts.ts', 'proofAsk', 'byCode', 'byFace', 'byCard', 'byHelp')
const codePage = wordsIn('kiosk/texts.ts', 'codeTitle', 'codeSent')
type Proof = Pick<Walk, 'taps' | 'pages' | 'characters' | 'codeAnswers'>
/**
 * 核对本人 on the page of the facts: all the ways are read, and the tap that chooses one is the tap that confirms the facts.
 * By code one page more: six digits, of which the last goes on, and two answers of the machine; taking out the telephone and
 * the way of the message are not estimated.
 */
const proofs = {
  none: { taps: 0, pages: 0, characters: 0, codeAnswers: 0 },
  card: { taps: 0, pages: 0, characters: ways, codeAnswers: 0 },
  cardCode: { taps: 6, pages: 1, characters: ways + codePage, codeAnswers: 2 },
} as const satisfies Record<string, Proof>
export type Way = keyof typeof proofs

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

/** One service at the village terminal, from its own definition. */
export function walkAtTerminal(code: ServiceCode, way: Way): Walk {
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
    ...{ card: true, copied: 0, looks: 0, codeAnswers: proof.codeAnswers },
    taps: taps + proof.taps + 1,
    pages: steps.length + proof.pages + 3,
    characters: characters + proof.characters + result,
  }
}
