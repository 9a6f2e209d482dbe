import { Type } from 'typebox'
import { type DeskReading, type DeskReadingRequest, DeskReading as DeskReadingShape } from '../contract.ts'
import type { CardText } from '../reader/text-block.ts'
import { cardFields, type Refused, replyOf } from './card-session.ts'
import type { SignedLine } from './signed-line.ts'

const Session = Type.Index(DeskReadingShape, ['session'])

/** 读卡作答: the card, signed on the line of this device, as the answer to one question of one officer. */
export async function answerDesk(
  line: SignedLine,
  { readingId, ticket }: DeskReadingRequest,
  { card, language }: { readonly card: CardText; readonly language: string },
): Promise<DeskReading | Refused> {
  const body = Buffer.from(JSON.stringify({ ticket, card: cardFields(card) }))
  const answer = await line.send({
    method: 'POST',
    path: `/api/access/desk-readings/${readingId}/card`,
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body,
    lane: 'front',
  })
  body.fill(0)
  const session = replyOf(answer, Session)
  if ('code' in session || 'answer' in session) return session
  return { session, card: { name: card.name, idNo: card.idNo } }
}
