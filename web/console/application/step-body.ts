import type { OfficerStep } from '#contract/licensing'
import { emptyParty, type PartyDraft, type PartyMissing, type PartyPart, partyPart } from './party-body.ts'

/** What the forms of all steps can hold; each step sends only its own part. */
export interface StepDraft extends PartyDraft {
  readonly opinion: string
  readonly items: readonly { readonly what: string; readonly how: string }[]
  readonly grounds: readonly number[]
  readonly heard: boolean | null
  readonly statement: string
  readonly second: string
  /** As typed; empty = no school near. */
  readonly schoolMetres: string
  readonly objection: string
  /** 转办: a colleague, or null = back to be claimed; undefined = not chosen yet. */
  readonly to: string | null | undefined
  readonly ask: readonly string[]
  readonly agrees: boolean | null
  readonly heldAt: string
  readonly signed: boolean
}

export const emptyDraft: StepDraft = {
  opinion: '',
  items: [{ what: '', how: '' }],
  grounds: [],
  heard: null,
  statement: '',
  second: '',
  schoolMetres: '',
  objection: '',
  to: undefined,
  ask: [],
  agrees: null,
  heldAt: '',
  signed: false,
  ...emptyParty,
}

/** 一次性告知 begins with every paper that is missing, so that the list is complete (XK 32); the officer adds the rest. */
export function startDraft(
  materials: readonly { readonly label: string; readonly state: string; readonly detail: string | null }[],
): StepDraft {
  const items = materials
    .filter(({ state }) => state === '缺')
    .map(({ label, detail }) => ({ what: label, how: detail ?? '' }))
  return items.length === 0 ? emptyDraft : { ...emptyDraft, items }
}

/** Why a step cannot be sent yet, as the name of a text; the button stays and says it. */
export type Missing =
  | PartyMissing
  | 'missing.opinion'
  | 'missing.items'
  | 'missing.grounds'
  | 'missing.heard'
  | 'missing.statement'
  | 'missing.second'
  | 'missing.to'
  | 'missing.ask'
  | 'missing.agrees'
  | 'missing.heldAt'
  | 'missing.signed'

export interface StepBody extends PartyPart {
  readonly event: string
  readonly opinion?: string
  readonly items?: { what: string; how: string }[]
  readonly grounds?: number[]
  readonly statement?: { heard: boolean; text: string }
  readonly siteCheck?: { second: string; schoolMetres: number | null; objection: string }
  readonly to?: string | null
  readonly ask?: string[]
  readonly agrees?: boolean
  readonly heldAt?: string
  readonly signed?: boolean
  readonly version: number
}

type Part = Omit<StepBody, 'event' | 'version'>

/** The body of a step, or what is missing. Lines of the correction list that are empty as a whole are left out. */
export function stepBody(
  step: Pick<OfficerStep, 'event' | 'form'>,
  draft: StepDraft,
  version: number,
): { readonly body: StepBody } | { readonly missing: Missing } {
  const part = partOf(step.form, draft)
  return typeof part === 'string' ? { missing: part } : { body: { event: step.event, ...part, version } }
}

function partOf(form: OfficerStep['form'], draft: StepDraft): Part | Missing {
  const opinion = draft.opinion.trim()
  switch (form) {
    case 'none':
      return {}
    case 'opinion':
    case 'extension':
      return opinion === '' ? 'missing.opinion' : { opinion }
    case 'corrections':
      return corrections(draft)
    case 'reasons':
      if (draft.grounds.length === 0) return 'missing.grounds'
      return opinion === '' ? 'missing.opinion' : { opinion, grounds: [...draft.grounds].sort((a, b) => a - b) }
    case 'statement':
      return statement(draft)
    case 'siteCheck':
      return opinion === '' ? 'missing.opinion' : siteCheck(draft, opinion)
    case 'party':
    case 'partyAnswer': {
      const part = partyPart(form, draft)
      if (typeof part === 'string') return part
      return opinion === '' ? 'missing.opinion' : { opinion, ...part }
    }
    default:
      return opinion === '' ? (handling(form, draft) ?? 'missing.opinion') : withHandling(form, draft, opinion)
  }
}

type HandlingForm = 'transfer' | 'cosign' | 'cosignAnswer' | 'hearing' | 'wish'

/** What is not chosen yet in the forms of 转办, 会签, 听证时间 and 书面撤回. */
function handling(form: HandlingForm, draft: StepDraft): Missing | undefined {
  switch (form) {
    case 'transfer':
      return draft.to === undefined ? 'missing.to' : undefined
    case 'cosign':
      return draft.ask.length === 0 ? 'missing.ask' : undefined
    case 'cosignAnswer':
      return draft.agrees === null ? 'missing.agrees' : undefined
    case 'hearing':
      return draft.heldAt === '' ? 'missing.heldAt' : undefined
    case 'wish':
      return draft.signed ? undefined : 'missing.signed'
  }
}

function withHandling(form: HandlingForm, draft: StepDraft, opinion: string): Part | Missing {
  const missing = handling(form, draft)
  if (missing !== undefined) return missing
  const { to = null, ask, agrees, heldAt } = draft
  switch (form) {
    case 'transfer':
      return { opinion, to }
    case 'cosign':
      return { opinion, ask: [...ask] }
    case 'cosignAnswer':
      return { opinion, agrees: agrees === true }
    case 'hearing':
      return { opinion, heldAt }
    case 'wish':
      return { opinion, signed: true }
  }
}

/** 补正 is asked once with the complete list (行政许可法第三十二条), so a half-filled line is not let through. */
function corrections(draft: StepDraft): Part | Missing {
  const items = draft.items.map(item => ({ what: item.what.trim(), how: item.how.trim() }))
  const filled = items.filter(item => item.what !== '' || item.how !== '')
  if (filled.length === 0 || filled.some(item => item.what === '' || item.how === '')) return 'missing.items'
  return { items: filled }
}

/** 实地核查: the other verifier's name is never left out (行政许可法第三十四条). */
function siteCheck({ second, schoolMetres, objection }: StepDraft, opinion: string): Part | Missing {
  if (second.trim() === '') return 'missing.second'
  const metres = Number(schoolMetres)
  const measured = schoolMetres.trim() === '' || !Number.isFinite(metres) ? null : metres
  return { opinion, siteCheck: { second: second.trim(), schoolMetres: measured, objection: objection.trim() } }
}

/** A record that nothing was said needs no text; a record of what was said does. */
function statement(draft: StepDraft): Part | Missing {
  if (draft.heard === null) return 'missing.heard'
  const text = draft.statement.trim()
  return draft.heard && text === '' ? 'missing.statement' : { statement: { heard: draft.heard, text } }
}
