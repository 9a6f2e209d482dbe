import Type from 'typebox'
import { defineEvent } from '#platform/announce'

const Id = Type.String({ format: 'uuid' })
const place = { terminalId: Id, areaCode: Type.String() }

/** 终端被克隆: one key spoke from two machines; the terminal is frozen. */
export const terminalCloned = defineEvent('access.terminalCloned', Type.Object(place))
/** 终端已吊销 by a person. */
export const terminalRevoked = defineEvent('access.terminalRevoked', Type.Object(place))
/** 群众求助: somebody at a terminal asks for help. */
export const helpCalled = defineEvent('access.helpCalled', Type.Object({ helpCallId: Id, ...place }))
/** 办理动作待人工处理: an act that the machine could not place is kept for a person. */
export const actHeld = defineEvent('access.actHeld', Type.Object({ heldActId: Id, ...place, reason: Type.String() }))
