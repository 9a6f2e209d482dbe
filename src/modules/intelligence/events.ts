import Type from 'typebox'
import { defineEvent, defineUrgentEvent } from '#platform/announce'
import { factKindCodes } from './rules/clue/facts.ts'
import { outcomes } from './rules/clue/moves.ts'
import { matterCodes, sourceCodes } from './rules/clue/words.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Clue = { clueNo: Type.String(), areaCode: Type.String() }

/** 线索受理. Nothing of what was said is told: whoever reacts reads the clue by its number. */
export const clueTaken = defineEvent(
  'intelligence.clueTaken',
  Type.Object({ ...Clue, source: Type.Enum(sourceCodes), matter: Type.Enum(matterCodes), receivedOn: Day }),
)

/** 要素确认: an officer believes it. `valueIndex` is a keyed fingerprint; `getFact` gives the value. */
export const clueFactConfirmed = defineUrgentEvent(
  'intelligence.clueFactConfirmed',
  Type.Object({ ...Clue, factId: Type.String(), kind: Type.Enum(factKindCodes), valueIndex: Type.String() }),
)

/** 转立案: cases takes it from here; `noteCase` tells us the number. */
export const clueConverted = defineEvent(
  'intelligence.clueConverted',
  Type.Object({ ...Clue, matter: Type.Enum(matterCodes), decidedOn: Day, by: Type.String(), words: Type.String() }),
)

/** 移送: partners hands it over. */
export const clueReferred = defineEvent(
  'intelligence.clueReferred',
  Type.Object({ ...Clue, matter: Type.Enum(matterCodes), agency: Type.String(), decidedOn: Day }),
)

/** 反馈: whoever told us may hear what became of it. The words are read by the number (`findAnswer`). */
export const clueAnswered = defineEvent(
  'intelligence.clueAnswered',
  Type.Object({ ...Clue, source: Type.Enum(sourceCodes), outcome: Type.Enum(outcomes) }),
)

/** 启封: somebody may read who reported, for a day. Tells who agreed on it, never whom they read. */
export const identityOpened = defineUrgentEvent(
  'intelligence.identityOpened',
  Type.Object({ openingId: Type.String(), ...Clue, askedBy: Type.String(), agreedBy: Type.String() }),
)
