import type { Actor } from '#kernel/actor'

/** For whom a print was reserved, in which session and at which terminal. */
export interface PrintParties {
  readonly personIndex: string
  readonly sessionId: string
  readonly terminalId: string | null
}

/** The page and the report: the session that reserved it, or the terminal it was reserved at. Nobody else. */
export function handlesPrint(actor: Actor, print: PrintParties): boolean {
  if (actor.kind === 'terminal') return actor.terminalId === print.terminalId
  return actor.kind === 'citizen' && actor.personIndex === print.personIndex && actor.sessionId === print.sessionId
}

/** 窗口: the visit it was reserved in, while the person stands there; `sessionId` is that of the counter session. */
export function isOfVisit(visit: Pick<PrintParties, 'personIndex' | 'sessionId'>, print: PrintParties): boolean {
  return visit.personIndex === print.personIndex && visit.sessionId === print.sessionId
}

/** The word about the paper: the same person, also in a later session (the paper came out after the session had ended). */
export function ownsPrint(actor: Actor, print: PrintParties): boolean {
  return actor.kind === 'citizen' && actor.personIndex === print.personIndex
}
