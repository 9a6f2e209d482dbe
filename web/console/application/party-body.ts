import type { PartyAnswer, PartyRelation, PartyWay } from '#contract/licensing'

/** What the forms of 告知利害关系人 and its answer can hold. */
export interface PartyDraft {
  readonly relation: PartyRelation | null
  readonly partyName: string
  readonly contact: string
  readonly way: PartyWay | null
  readonly partyId: string
  readonly partyAnswer: PartyAnswer | null
  readonly answeredOn: string
}

export const emptyParty: PartyDraft = {
  relation: null,
  partyName: '',
  contact: '',
  way: null,
  partyId: '',
  partyAnswer: null,
  answeredOn: '',
}

export type PartyMissing = 'missing.party' | 'missing.way' | 'missing.partyAnswer' | 'missing.answeredOn'

export interface PartyPart {
  readonly party?: { relation: PartyRelation; name: string; contact: string; way: PartyWay }
  readonly partyAnswer?: { partyId: string; answer: PartyAnswer; on: string }
}

/** Its own part of the body, or what is missing. */
export function partyPart(form: 'party' | 'partyAnswer', draft: PartyDraft): PartyPart | PartyMissing {
  const { relation, way, partyId, partyAnswer: answer, answeredOn: on } = draft
  if (form === 'partyAnswer') {
    if (partyId === '' || answer === null) return 'missing.partyAnswer'
    return on === '' ? 'missing.answeredOn' : { partyAnswer: { partyId, answer, on } }
  }
  const [name, contact] = [draft.partyName.trim(), draft.contact.trim()]
  if (relation === null || name === '' || contact === '') return 'missing.party'
  return way === null ? 'missing.way' : { party: { relation, name, contact, way } }
}
