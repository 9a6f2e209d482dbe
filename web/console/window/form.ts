import {
  type Answers,
  answersToSend,
  askedOf,
  type Deliver,
  type Draft,
  decideService,
  type Finding,
  givesNewFace,
  type Known,
  type Question,
  readAnswers,
  requestFacts,
  type ServiceSheet,
  type SubmitApplication,
  services,
} from '#contract/licensing'
import { parsePhone } from '#kernel/phone'
import { ok, type Result } from '#kernel/refusal'
import { type Drawing, signatureOf } from '../../services/apply/signature.ts'

/** What the officer has typed and the applicant has said and signed. */
export interface Form {
  readonly said: Answers
  readonly deliver: Deliver['mode']
  /** Empty = the number on file is right. */
  readonly phone: string
  readonly agreed: boolean
  readonly drawing: Drawing
  /** Signed on the printed form, which was scanned. */
  readonly onPaper: boolean
}

const noDrawing: Drawing = { width: 0, height: 0, strokes: [] }
/** The card is known: the number of the operator is not typed a second time. */
export interface TypedCard {
  readonly name: string
  readonly idNo: string
}

export function firstForm({ service }: Pick<ServiceSheet, 'service'>, card: TypedCard, draft?: Draft): Form {
  const own = service === 'issue' ? { operatorIdNo: card.idNo } : {}
  return {
    said: { ...own, ...draft?.answers },
    deliver: draft?.deliver ?? 'electronic',
    phone: draft?.phone ?? '',
    agreed: false,
    drawing: noDrawing,
    onPaper: false,
  }
}

/** Questions in order; what the card has answered, and the code that stands above the form, are not asked here. */
export const questionsOf = (sheet: ServiceSheet, said: Answers): readonly Question[] =>
  askedOf(services[sheet.service].questions, said, sheet.known).filter(
    ({ key }) => sheet.service !== 'issue' || (key !== 'creditCode' && key !== 'operatorIdNo'),
  )

/** Only what counts now is sent: an answer to a question that no longer applies is dropped. */
export const cleanAnswers = (sheet: ServiceSheet, said: Answers): Answers =>
  answersToSend(services[sheet.service].questions, said, sheet.known)

/** 新办: what the registers are asked about again when it changes. */
const placeKeys = ['creditCode', 'placeSame', 'address', 'town', 'position']
export function placeOf(said: Answers): Answers {
  // Until the business is known, whose it may be: the library says which are this person's.
  const keys = said['creditCode'] ? placeKeys : [...placeKeys, 'operatorIdNo']
  return Object.fromEntries(keys.flatMap(key => (said[key] ? [[key, said[key]]] : [])))
}

export const wantsPaper = (sheet: ServiceSheet, said: Answers): boolean => givesNewFace(sheet.service, said)

export interface Checked {
  readonly answers: Result<Answers>
  readonly findings: readonly Finding[]
}

/** 提交前核对: the very functions of the server. */
export function check(sheet: ServiceSheet, { said, agreed }: Form): Checked {
  const known: Known = sheet.known
  const answers = readAnswers(services[sheet.service], cleanAnswers(sheet, said), known)
  if (!answers.ok) return { answers, findings: [] }
  const request = requestFacts(sheet.service, answers.value, known)
  const consent = { ...sheet.facts.consent, agreed }
  const { findings } = decideService({ ...sheet.facts, request, consent }, sheet.policy)
  return { answers: ok(answers.value), findings: findings.filter(({ rule }) => agreed || rule !== 'R18') }
}

export type FormFault = 'phoneWrong' | 'signMissing'

/** The application as the server takes it, or what is still wrong. */
export function submission(sheet: ServiceSheet, form: Form, startedAt: string): SubmitApplication | FormFault {
  const phone = form.phone.trim() === '' ? null : parsePhone(form.phone)
  if ((phone === null && sheet.phoneMasked === null && form.said['phone'] === undefined) || (phone && !phone.ok))
    return 'phoneWrong'
  const drawn = signatureOf(form.drawing)
  if (!form.onPaper && !drawn.ok) return 'signMissing'
  return {
    service: sheet.service,
    licenceNo: sheet.licence?.licenceNo ?? null,
    answers: cleanAnswers(sheet, form.said),
    deliver: { mode: wantsPaper(sheet, form.said) ? form.deliver : 'electronic', address: null },
    phone: phone?.ok ? phone.value : null,
    consent: { version: sheet.notice.version, agreed: form.agreed },
    signature: form.onPaper || !drawn.ok ? { kind: 'paper' } : drawn.value,
    startedAt,
  }
}
