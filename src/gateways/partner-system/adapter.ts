import Type from 'typebox'
import { Value } from 'typebox/value'
import type { Notice, Notified } from '#modules/partners'

const Answer = Type.Object({ accepted: Type.Literal(true), id: Type.String({ maxLength: 60 }) })
const patienceMs = 5_000

/** 通知协作单位的系统 by HTTP (README.md): one signed notice a change. Slow, down, refused and garbage are all "not taken". */
export const httpPartnerNotice =
  (milliseconds = patienceMs) =>
  async ({ id, url, body, signature }: Notice): Promise<Notified> => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(milliseconds),
        headers: { 'content-type': 'application/json', 'x-yzt-notice-signature': signature },
        body,
      })
      if (!response.ok) return { kind: 'unavailable', why: `对方答复 ${response.status}` }
      const answer: unknown = await response.json()
      return Value.Check(Answer, answer) && answer.id === id
        ? { kind: 'accepted' }
        : { kind: 'unavailable', why: '对方的答复不合约定' }
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError'
      return { kind: 'unavailable', why: late ? '等不到对方答复' : '连不上对方' }
    }
  }
