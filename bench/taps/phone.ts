import type { Question, ServiceSheet } from '#contract/licensing'
import {
  answeredNew,
  beginNew,
  looked,
  type NewFlow,
  type NewStep,
  questionOf,
} from '../../web/portal/new-licence/flow.ts'
import type { Walk } from './people.ts'
import { notice, reading, result, wordsIn, wordsOf } from './words.ts'

type Given = Parameters<typeof answeredNew>[1]

const own = (...keys: readonly string[]): number => wordsIn('portal/new-licence/texts.ts', ...keys)

/** A household business in its registered place, with a telephone in the shop: the register answers, the map begins there. */
const business = { name: '小燕食杂店', operatorName: '陆小燕', address: '恩平市沙湖镇圩镇新街12号' }
const sheet = {
  service: 'issue',
  known: {
    ...{ today: '2026-11-24', validTo: '', scope: [], suspendedFrom: null, suspendedTo: null },
    ...{ business, minimumMonths: 1, maximumDays: 365 },
    newShop: { towns: [{ code: '440785103', name: '沙湖镇' }], applicantName: business.operatorName },
  },
  notice: { version: 'v' },
} as unknown as ServiceSheet

const typical: Readonly<Record<string, string>> = {
  creditCode: '92440785MA00000007',
  operatorIdNo: '11010519491231002X',
  placeSame: 'yes',
  position: '112.44160,22.34610,12',
  placeOwner: '2501',
  areaM2: '28',
  independent: 'yes',
  format: '食杂店',
  scope: '卷烟零售',
  funds: 'yes',
}

/** What the rules say before the signature: looked through, a line for each of about five. */
const findings = 120
/** The two ways of signing in are read; what the province's own page takes is not estimated. */
const signIn = wordsIn('portal/session/texts.ts', 'stepUp', 'stepUp.intro', 'byIdentity.help')

const pages: Readonly<Record<string, { readonly taps: number; readonly characters: number; readonly given: Given }>> = {
  facts: {
    taps: 1,
    characters: own('factsTitle', 'factsWrong') + reading(Object.values(business).join('')),
    given: { question: 'facts' },
  },
  checked: { taps: 1, characters: own('checkedTitle', 'checkedIntro') + findings, given: { question: 'checked' } },
  deliver: {
    taps: 1,
    characters: wordsOf('deliverTitle', 'deliver.electronic', 'deliver.door', 'deliver.post', 'deliver.pickup'),
    given: { question: 'deliver', mode: 'door' },
  },
  phone: { taps: 12, characters: own('numberTitle'), given: { question: 'phone', number: '13800138000' } },
  notice: { taps: 1, characters: notice, given: { question: 'notice', version: 'v' } },
  signature: {
    taps: 1,
    characters: wordsOf('signTitle', 'signWhy'),
    given: {
      question: 'signature',
      drawing: {
        width: 800,
        height: 300,
        strokes: [
          [
            [10, 10],
            [200, 150],
          ],
        ],
      },
    },
  },
}

/** A choice is one tap; a number its digits and 继续; a list a tap and 继续; a place 定位 and 店就在图钉这里; a code is copied. */
function tapsOf({ kind }: Question, value: string): number {
  if (kind === 'number') return value.length + 1
  return kind === 'choice' ? 1 : 2
}

const questionWords = (question: Question): number =>
  reading(
    question.title.zh +
      (question.hint?.zh ?? '') +
      ('options' in question ? question.options.map(o => o.zh).join('') : ''),
  ) + (question.kind === 'position' ? wordsIn('services/place/texts.ts', 'locate', 'mapHow', 'at') : 0)

/** 新办 on the own telephone, walked through the portal's very flow from the page that says what it takes. */
export function walkOnPhone(): Walk {
  let flow: NewFlow = looked(beginNew(), sheet)
  const guide = own('title', 'intro', 'where', 'bring', 'rules', 'time')
  let walk: Walk = {
    ...{ card: false, codeAnswers: 0, looks: 1, copied: 0 },
    // 开始申请, 统一身份认证.
    ...{ taps: 2, pages: 3, characters: guide + signIn + result },
  }
  while (flow.at.name === 'question') {
    const { step } = flow.at
    const { taps, characters, given, copied } = pageOf(step)
    flow = answeredNew(flow, given)
    const asks = flow.at.name === 'look'
    walk = {
      ...walk,
      taps: walk.taps + taps,
      pages: walk.pages + 1,
      characters: walk.characters + characters,
      copied: walk.copied + copied,
      looks: walk.looks + (asks ? 1 : 0),
    }
    if (asks) flow = looked(flow, sheet)
    if (flow.at.name === 'question' && flow.at.wrong) throw new Error(`${step} was not taken`)
  }
  return walk
}

function pageOf(step: NewStep) {
  const page = pages[step]
  if (page) return { ...page, copied: 0 }
  const key = step.slice('asked.'.length)
  const question = questionOf(step)
  const value = typical[key]
  if (!question || value === undefined) throw new Error(`nothing is said to ${step}`)
  const given: Given = { question: `asked.${key}`, value }
  const copied = question.kind === 'text' ? value.length : 0
  return { taps: tapsOf(question, value), characters: questionWords(question), given, copied }
}
