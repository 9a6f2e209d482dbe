import Type from 'typebox'
import { defineEvent } from '#platform/announce'

const Shop = { fileId: Type.String(), licenceNo: Type.String(), areaCode: Type.String() }
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** 复查、回访: a visit is asked for; inspection proposes it to its head. `ref` is file and round. */
export const followUpAsked = defineEvent(
  'credit.followUpAsked',
  Type.Object({ ...Shop, ref: Type.String(), dueBy: Day, words: Type.String() }),
)

/** 待立案: the domain of cases begins one from it; the file waits under its number until the filing is decided. */
export const caseAsked = defineEvent(
  'credit.caseAsked',
  Type.Object({ ...Shop, taskId: Type.Union([Type.String(), Type.Null()]), dueBy: Day }),
)

/** 信用等级变化: the next draw takes its rate by it. */
export const gradeChanged = defineEvent(
  'credit.gradeChanged',
  Type.Object({
    licenceNo: Type.String(),
    areaCode: Type.String(),
    grade: Type.Enum(['A', 'B', 'C', 'D']),
    before: Type.Union([Type.Enum(['A', 'B', 'C', 'D']), Type.Null()]),
    gradedOn: Day,
  }),
)

/** 告知: what the holder has to be told, once a step. */
export const holderTold = defineEvent(
  'credit.holderTold',
  Type.Object({ ...Shop, key: Type.String(), text: Type.String() }),
)
