import Type, { type Static } from 'typebox'
import { CaseRow } from './cases.ts'
import { Day, Input, Nullable, Words } from './shapes.ts'

const Why = Type.Object({ zh: Type.String(), en: Type.String(), basis: Type.String() })
const Fact = Type.Object({ zh: Type.String(), en: Type.String(), value: Type.String() })

/** 一件案件 as one officer sees it. */
export const CaseDetail = Type.Object({
  row: CaseRow,
  version: Type.Integer(),
  state: Words,
  party: Type.Array(Fact),
  facts: Type.Array(Fact),
  /** Which agency the letter of referral went to, by its code. */
  referredTo: Nullable(Type.String()),
  officers: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), certificateNo: Nullable(Type.String()) })),
  /** The next thing to do stands first; why it is not possible beside it. */
  steps: Type.Array(
    Type.Object({
      event: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      onward: Type.Boolean(),
      basis: Type.Array(Type.Object({ instrument: Type.String(), article: Type.Integer(), zh: Type.String() })),
      whyNot: Nullable(Words),
      unmet: Type.Array(Why),
      preset: Input,
    }),
  ),
  clocks: Type.Array(
    Type.Object({
      kind: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      whose: Type.String(),
      startedOn: Day,
      dueOn: Day,
      dueAt: Nullable(Type.String()),
      state: Type.String(),
      endedOn: Nullable(Day),
      late: Type.Boolean(),
      estimated: Type.Boolean(),
      basis: Type.String(),
    }),
  ),
  history: Type.Array(
    Type.Object({
      ...{ n: Type.Integer(), at: Type.String(), event: Words, by: Type.String() },
      /** What was chosen from a list has its words in both languages; what was written stays as it was written. */
      lines: Type.Array(Type.Object({ ...Words.properties, value: Type.String(), valueEn: Type.String() })),
    }),
  ),
  papers: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      number: Type.String(),
      issuedOn: Day,
      volume: Type.String(),
    }),
  ),
  evidence: Type.Array(
    Type.Object({
      id: Type.String(),
      n: Type.Integer(),
      kind: Type.String(),
      title: Type.String(),
      source: Type.String(),
      place: Type.String(),
      takenOn: Day,
      digest: Type.String(),
      bytes: Type.Integer(),
      media: Type.String(),
      custody: Type.Array(
        Type.Object({ at: Type.String(), by: Type.String(), act: Type.String(), words: Type.String() }),
      ),
    }),
  ),
  records: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      at: Type.String(),
      by: Type.String(),
      second: Nullable(Type.String()),
      digest: Type.String(),
      mayConfirm: Type.Boolean(),
    }),
  ),
  money: Nullable(
    Type.Object({
      fine: Type.Integer(),
      gains: Type.Integer(),
      paid: Type.Integer(),
      late: Type.Integer(),
      owed: Type.Integer(),
      stayed: Type.Boolean(),
    }),
  ),
  /** `interested`: 利害关系 with the party or the shop on record. */
  people: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), certified: Type.Boolean(), interested: Type.Boolean() }),
  ),
})
export type CaseDetail = Static<typeof CaseDetail>

export const Defects = Type.Object({
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      detail: Type.String(),
      basis: Type.String(),
    }),
  ),
  checks: Type.Integer(),
})
export type Defects = Static<typeof Defects>
