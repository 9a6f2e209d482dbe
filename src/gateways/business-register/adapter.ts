import Type from 'typebox'
import { Value } from 'typebox/value'
import type { BusinessLook, BusinessRegister } from '#modules/licensing'

/** What the sharing platform must answer for one code; anything else counts as unavailable, never as "not found". */
const Answer = Type.Object({
  found: Type.Boolean(),
  licence: Type.Optional(
    Type.Object({ live: Type.Boolean(), name: Type.String(), operatorName: Type.String(), address: Type.String() }),
  ),
})

const MAX_ANSWER_BYTES = 64_000

/**
 * 市场监管登记信息 by HTTP: `GET {base}/business-licences/{creditCode}` → `Answer`. The provincial interface is not public; this is the contract
 * we ask of whoever bridges it (docs/operations.md). Down, slow, too large and garbage are all `unavailable`.
 */
export const httpBusinessRegister = (base: string | undefined): BusinessRegister => ({
  look: async (creditCode, signal): Promise<BusinessLook> => {
    if (base === undefined) return { kind: 'unavailable' }
    try {
      const response = await fetch(`${base.replace(/\/$/, '')}/business-licences/${encodeURIComponent(creditCode)}`, {
        signal,
        redirect: 'error',
      })
      const text = response.ok ? await response.text() : ''
      if (text.length > MAX_ANSWER_BYTES) return { kind: 'unavailable' }
      return lookOf(JSON.parse(text))
    } catch {
      return { kind: 'unavailable' }
    }
  },
})

function lookOf(answer: unknown): BusinessLook {
  if (!Value.Check(Answer, answer)) return { kind: 'unavailable' }
  if (!answer.found) return { kind: 'notFound' }
  return answer.licence ? { kind: 'found', licence: answer.licence } : { kind: 'unavailable' }
}
