import {
  answersToSend,
  chosen,
  decideService,
  type KnownBusiness,
  type Question,
  requestFacts,
  type ServiceSheet,
  services,
} from '#contract/licensing'
import { type Citation, formatCitation } from '#kernel/citation'
import { newShopFacts, testPolicy } from '../../src/modules/licensing/rules/checks/sample-facts.ts'
import {
  answeredNew,
  beginNew,
  looked,
  type NewFlow,
  type NewStep,
  questionOf,
} from '../../web/portal/new-licence/flow.ts'
import { questionsOf, usualDelivery } from '../../web/portal/new-licence/steps.ts'
import type { Walk } from './people.ts'
import { notice, reading, result, wordsIn, wordsOf } from './words.ts'

type Given = Parameters<typeof answeredNew>[1]

const own = (...keys: readonly string[]): number => wordsIn('portal/new-licence/texts.ts', ...keys)

/** A household business in its registered place; the unified identity, the e-certificate library and the register answer. */
const business: KnownBusiness = {
  ...{ creditCode: '92440785MA00000007', name: '小燕食杂店', operatorName: '陆小燕' },
  address: '恩平市沙湖镇圩镇新街12号',
}
const newShop = {
  towns: [{ code: '440785103', name: '沙湖镇' }],
  ...{ applicantName: business.operatorName, numberKnown: true, businesses: [business], businessesLook: 'found' },
}
const known = {
  ...{ today: '2026-11-24', validTo: '', scope: [], suspendedFrom: null, suspendedTo: null },
  ...{ minimumMonths: 1, maximumDays: 365 },
}
/** Before the business is chosen, and as the registers answer when all is said. */
const sheetWith = (found: KnownBusiness | null, around: Partial<typeof newShopFacts> = {}): ServiceSheet =>
  ({
    service: 'issue',
    phoneMasked: '*******8444',
    known: {
      ...{ ...known, business: found },
      newShop: found ? { ...newShop, businesses: [], businessesLook: 'notAsked' } : newShop,
    },
    facts: { ...newShopFacts, identity: { method: 'oidc', documentValid: true, adult: true }, ...around },
    policy: testPolicy,
    notice: { version: 'v' },
  }) as unknown as ServiceSheet

/** What the register does not say and nothing makes likely; and the place, by a tap on 定位 of the page 这些对吗. */
const typical: Readonly<Record<string, string>> = { placeOwner: '2501', areaM2: '28' }
const place: Given = { question: 'asked.position', value: '112.44160,22.34610,12' }

/**
 * What the rules say before the signature, by the very rules: what is not in order in full and with its articles, the rest as
 * its one line.
 */
function findingsWords({ sheet, answers }: NewFlow): number {
  if (!sheet) throw new Error('no sheet')
  const request = requestFacts('issue', answersToSend(services.issue.questions, answers.said, sheet.known), sheet.known)
  const { findings } = decideService({ ...sheet.facts, request }, sheet.policy)
  const open = findings.filter(({ rule, outcome }) => rule !== 'R18' && outcome !== 'pass')
  const words = open.map(
    ({ outcome, reason, next, basis }) =>
      lawWords('finding-texts.ts', outcome, ...(next ? ['next'] : [])) +
      lawWords('texts.ts', ...(basis.length > 0 ? ['basis'] : [])) +
      reading(reason + (next ?? '') + basis.map(cited => formatCitation(cited as Citation)).join('')),
  )
  return words.reduce((sum, each) => sum + each, lawWords('finding-texts.ts', 'passed'))
}
const lawWords = (table: string, ...keys: readonly string[]): number => wordsIn(`services/law/${table}`, ...keys)

/** The lines of the page 这些对吗: each with its word; how the paper comes; a masked number is one character. */
function confirmWords(flow: NewFlow): number {
  const lines = questionsOf(flow)
    .filter(({ likely }) => likely)
    .map(({ question, value }) => (question.likely?.label.zh ?? '') + briefly(question, value))
  return reading(lines.join('')) + own('licence', 'phone', 'open') + wordsOf(`deliver.${usualDelivery}`) + 1
}

function briefly(question: Question, value: string): string {
  if (!('options' in question)) return value
  const options = question.options.filter(option => chosen({ it: value }, 'it').includes(option.value))
  return options.map(option => (option.brief ?? option).zh).join('')
}

const drawing = { width: 800, height: 300, strokes: [[[10, 10] as const, [200, 150] as const]] }
interface Page {
  readonly taps: number
  readonly characters: number
  readonly given: readonly Given[]
}
const pages: Readonly<Record<string, (flow: NewFlow) => Page>> = {
  business: () => ({
    taps: 1,
    characters:
      own('businessTitle', 'businessOther', 'businessWhy') +
      reading(business.name + business.operatorName + business.address),
    given: [{ question: 'business', creditCode: business.creditCode }],
  }),
  // 定位, then 都对: the place is read again with its error.
  confirm: flow => ({
    taps: 2,
    characters: own('confirmTitle', 'locate', 'located') + confirmWords(flow),
    given: [place, { question: 'confirm' }],
  }),
  checked: flow => ({
    taps: 1,
    characters: own('checkedTitle', 'checkedIntro') + findingsWords(flow),
    given: [{ question: 'checked' }],
  }),
  // The notice stands where it is signed, as at the terminal.
  signature: () => ({
    taps: 1,
    characters: notice + wordsOf('signNoticeTitle', 'signWhy'),
    given: [{ question: 'signature', drawing, version: 'v' }],
  }),
}

/** A choice is one tap; a number its digits and 继续; a list a tap and 继续. */
function tapsOf({ kind }: Question, value: string): number {
  if (kind === 'number') return value.length + 1
  return kind === 'choice' ? 1 : 2
}

const questionWords = (question: Question): number =>
  reading(
    question.title.zh +
      (question.hint?.zh ?? '') +
      ('options' in question ? question.options.map(o => o.zh).join('') : '') +
      ('unit' in question ? question.unit.zh : ''),
  )

/** 新办 on the own telephone, walked through the portal's very flow; `around`: what the registers know otherwise of the place. */
export function walkOnPhone(around: Partial<typeof newShopFacts> = {}): Walk {
  // The page that says what it takes, where 统一身份认证 is the button; the province's own page is not estimated.
  const guide = own('title', 'need', 'visit', 'rules', 'begin', 'more')
  let flow = looked(beginNew(), sheetWith(null))
  let walk: Walk = {
    ...{ card: false, codeAnswers: 0, looks: 1, copied: 0 },
    ...{ taps: 1, pages: 2, characters: guide + result },
  }
  while (flow.at.name === 'question') {
    const { step } = flow.at
    const { taps, characters, given, copied } = pageOf(step, flow)
    for (const each of given) flow = answeredNew(flow, each)
    const asks = flow.at.name === 'look'
    walk = {
      ...walk,
      taps: walk.taps + taps,
      pages: walk.pages + 1,
      characters: walk.characters + characters,
      copied: walk.copied + copied,
      looks: walk.looks + (asks ? 1 : 0),
    }
    if (asks) flow = looked(flow, sheetWith(business, around))
    if (flow.at.name === 'question' && flow.at.wrong) throw new Error(`${step} was not taken`)
  }
  return walk
}

function pageOf(step: NewStep, flow: NewFlow): Page & { readonly copied: number } {
  const page = pages[step]?.(flow)
  if (page) return { ...page, copied: 0 }
  const key = step.slice('asked.'.length)
  const question = questionOf(step)
  const value = typical[key]
  if (!question || value === undefined) throw new Error(`nothing is said to ${step}`)
  const copied = question.kind === 'text' ? value.length : 0
  return {
    taps: tapsOf(question, value),
    characters: questionWords(question),
    given: [{ question: `asked.${key}`, value }],
    copied,
  }
}
