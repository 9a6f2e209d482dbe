import Type, { type Static } from 'typebox'
import { type Outcome, outcomeLabels } from '../draw/room.ts'
import { type CheckCode, checks } from '../task/reasons.ts'

const strict = { additionalProperties: false } as const
const Text = (max: number, min = 1) => Type.String({ minLength: min, maxLength: max })
const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
const StaffId = Type.String({ pattern: '^[0-9a-f-]{36}$' })
const Strokes = Type.Array(
  Type.Array(Type.Array(Type.Integer({ minimum: -2000, maximum: 4000 }), { minItems: 2, maxItems: 2 }), {
    maxItems: 600,
  }),
  { maxItems: 60 },
)
/** What the retailer read: the content text of the telephone. */
const Content = Text(60_000, 2)

const base = { taskId: Type.String({ pattern: '^RW-\\d{4}-\\d{6}$' }), capturedAt: Text(40) }

const checkResults = ['ok', 'problem', 'notSeen'] as const

/** 外勤检查动作: one act of an officer as the outbox sends it. A photo is an act of its own, so that a bad one holds nothing back. */
export const VisitAct = Type.Union([
  Type.Object(
    {
      ...base,
      kind: Type.Literal('scanIn'),
      /** 已出示执法证件、告知权利 (行政处罚法第四十四条、第五十五条). */
      shown: Type.Literal(true),
      how: Type.Union([
        Type.Object({ kind: Type.Literal('token'), text: Text(1_600) }, strict),
        Type.Object({ kind: Type.Literal('number'), licenceNo: Text(20), reason: Text(200) }, strict),
      ]),
    },
    strict,
  ),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('check'),
      check: Type.Enum(Object.keys(checks) as [CheckCode, ...CheckCode[]]),
      result: Type.Enum([...checkResults]),
      note: Text(300, 0),
    },
    strict,
  ),
  Type.Object(
    { ...base, kind: Type.Literal('code'), code: Type.String({ pattern: '^[0-9A-Z]{1,40}$' }), seen: Type.Boolean() },
    strict,
  ),
  Type.Object({ ...base, kind: Type.Literal('notes'), text: Text(1000, 0) }, strict),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('outcome'),
      outcome: Type.Enum(Object.keys(outcomeLabels) as [Outcome, ...Outcome[]]),
      words: Text(1000, 0),
      rectifyBy: Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()]),
    },
    strict,
  ),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('photo'),
      digest: Digest,
      picture: Type.String({ minLength: 100, maxLength: 1_400_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
    },
    strict,
  ),
  Type.Object({ ...base, kind: Type.Literal('choose'), field: Text(60), side: StaffId, reason: Text(300, 0) }, strict),
  Type.Object(
    { ...base, kind: Type.Literal('retailerSign'), name: Text(60), content: Content, strokes: Strokes },
    strict,
  ),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('refuseSign'),
      reason: Text(300, 0),
      witness: Text(60, 0),
      content: Content,
      strokes: Strokes,
    },
    strict,
  ),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('officerSign'),
      code: Type.String({ pattern: '^[0-9A-Fa-f]{8,64}$' }),
      strokes: Strokes,
    },
    strict,
  ),
  Type.Object({ ...base, kind: Type.Literal('scanOut') }, strict),
])
export type VisitAct = Static<typeof VisitAct>
