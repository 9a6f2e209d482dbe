import { cleanText } from '#kernel/chinese-text'
import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'
import type { OfficerStep } from '../../contract.ts'
import type { ServiceCode } from '../services/service.ts'
import type { SiteVisit } from '../site-check/visit.ts'
import { groundsOf } from './grounds.ts'
import { type PartyAnswerInput, type PartyInput, readParty, readPartyAnswer } from './party-input.ts'

/** What an officer sent with a step, before anybody looked at it. */
export interface RawStepInput {
  readonly opinion?: string | undefined
  readonly items?: readonly { readonly what: string; readonly how: string }[] | undefined
  readonly grounds?: readonly number[] | undefined
  readonly statement?: { readonly heard: boolean; readonly text: string } | undefined
  readonly siteCheck?: SiteCheckInput | undefined
  readonly to?: string | null | undefined
  readonly ask?: readonly string[] | undefined
  readonly agrees?: boolean | undefined
  readonly heldAt?: string | undefined
  readonly signed?: boolean | undefined
  readonly party?: PartyInput | undefined
  readonly partyAnswer?: PartyAnswerInput | undefined
}

/** What two verifiers bring back (实地核查). Metres are the walk from door to door, measured; null = no school near. */
interface SiteCheckInput {
  readonly second: string
  readonly schoolMetres: number | null
  readonly objection: string
  /** What the field app brought; missing where the office writes the record from paper. */
  readonly visit?: SiteVisit | undefined
}

/** The same, complete and clean for the form of the step. */
export interface StepInput {
  readonly opinion: string
  readonly items: readonly { readonly what: string; readonly how: string }[]
  readonly grounds: readonly number[]
  readonly statement: { readonly heard: boolean; readonly text: string } | null
  readonly siteCheck: SiteCheckInput | null
  /** 转办 to this member of staff; null puts the file back to be claimed. */
  readonly to: string | null
  /** 会签: members of staff who are asked. */
  readonly ask: readonly string[]
  readonly agrees: boolean | null
  /** 听证: local day and hour. */
  readonly heldAt: string | null
  readonly party: PartyInput | null
  readonly partyAnswer: PartyAnswerInput | null
}

const empty: StepInput = {
  opinion: '',
  items: [],
  grounds: [],
  statement: null,
  siteCheck: null,
  to: null,
  ask: [],
  agrees: null,
  heldAt: null,
  party: null,
  partyAnswer: null,
}

/** 表单核对: each step asks for its own part; what it did not ask for is dropped, not stored. */
export function readStepInput(form: OfficerStep['form'], raw: RawStepInput, service: ServiceCode): Result<StepInput> {
  switch (form) {
    case 'none':
      return ok(empty)
    case 'opinion':
    case 'extension':
      return withOpinion(raw, empty)
    case 'corrections':
      return readItems(raw)
    case 'reasons':
      return readReasons(raw, service)
    case 'statement':
      return readStatement(raw)
    case 'siteCheck':
      return readSiteCheck(raw)
    case 'transfer':
      return withOpinion(raw, { ...empty, to: raw.to ?? null })
    case 'cosign':
      return readCosign(raw)
    case 'cosignAnswer':
      return raw.agrees === undefined
        ? refuse('cosignAnswerMissing')
        : withOpinion(raw, { ...empty, agrees: raw.agrees })
    case 'hearing':
      return readHearing(raw)
    case 'party': {
      const party = readParty(raw.party)
      return party.ok ? withOpinion(raw, { ...empty, party: party.value }) : party
    }
    case 'partyAnswer': {
      const partyAnswer = readPartyAnswer(raw.partyAnswer)
      return partyAnswer.ok ? withOpinion(raw, { ...empty, partyAnswer: partyAnswer.value }) : partyAnswer
    }
    case 'wish':
      return raw.signed === true ? withOpinion(raw, empty) : refuse('signedWishMissing')
  }
}

function withOpinion(raw: RawStepInput, input: StepInput): Result<StepInput> {
  const opinion = cleanText(raw.opinion ?? '', { max: 1000, lines: true })
  return opinion.ok ? ok({ ...input, opinion: opinion.value }) : orMissing(opinion, 'opinionMissing')
}

/** 补正: what is missing and how to mend it, line by line, at least one. */
function readItems({ items = [] }: RawStepInput): Result<StepInput> {
  if (items.length === 0) return refuse('correctionsMissing')
  const clean: { what: string; how: string }[] = []
  for (const item of items) {
    const what = cleanText(item.what, { max: 100 })
    const how = cleanText(item.how, { max: 200, lines: true })
    if (!what.ok) return orMissing(what, 'correctionsMissing')
    if (!how.ok) return orMissing(how, 'correctionsMissing')
    clean.push({ what: what.value, how: how.value })
  }
  return ok({ ...empty, items: clean })
}

/** 不予的理由: at least one ground of the article, and the facts in words. */
function readReasons(raw: RawStepInput, service: ServiceCode): Result<StepInput> {
  const grounds = [...new Set(raw.grounds ?? [])].sort((a, b) => a - b)
  if (grounds.length === 0 || grounds.some(item => groundsOf(service)[item] === undefined))
    return refuse('groundsMissing')
  return withOpinion(raw, { ...empty, grounds })
}

function readStatement({ statement }: RawStepInput): Result<StepInput> {
  if (!statement) return refuse('statementMissing')
  const text = cleanText(statement.text, { max: 2000, lines: true })
  if (text.ok) return ok({ ...empty, statement: { heard: statement.heard, text: text.value } })
  if (text.refusal !== 'textEmpty') return text
  return statement.heard ? refuse('statementMissing') : ok({ ...empty, statement: { heard: false, text: '' } })
}

/** The second verifier has a name of his own; an objection may be empty, silence is then on record as such. */
function readSiteCheck(raw: RawStepInput): Result<StepInput> {
  const { siteCheck } = raw
  const second = cleanText(siteCheck?.second ?? '', { max: 30 })
  if (!siteCheck || !second.ok) return refuse('secondVerifierMissing')
  const objection = cleanText(siteCheck.objection, { max: 500, lines: true })
  if (!objection.ok && objection.refusal !== 'textEmpty') return objection
  return withOpinion(raw, {
    ...empty,
    siteCheck: {
      second: second.value,
      schoolMetres: siteCheck.schoolMetres,
      objection: objection.ok ? objection.value : '',
      visit: siteCheck.visit,
    },
  })
}

/** 会签: named colleagues, each once, and what they are asked. */
function readCosign(raw: RawStepInput): Result<StepInput> {
  const ask = [...new Set(raw.ask ?? [])]
  return ask.length === 0 ? refuse('cosignersMissing') : withOpinion(raw, { ...empty, ask })
}

/** 听证: a day and an hour of the calendar, and the place in words. */
function readHearing(raw: RawStepInput): Result<StepInput> {
  const heldAt = raw.heldAt ?? ''
  try {
    Temporal.PlainDateTime.from(heldAt)
  } catch {
    return refuse('hearingDayMissing')
  }
  return withOpinion(raw, { ...empty, heldAt })
}

const orMissing = (fault: Refusal, name: string): Refusal => (fault.refusal === 'textEmpty' ? refuse(name) : fault)
