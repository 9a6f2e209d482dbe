import { sm3 } from '#platform/crypto'
import type { VisitAct } from '../rules/visit/act.ts'
import { contentText, foldContent } from '../rules/visit/content.ts'
import { applied, decideAct, noVisit, type VisitFacts } from '../rules/visit/decide.ts'

export type Answer = { readonly ok: true } | { readonly ok: false; readonly code: string }

/**
 * The act handler of the house over a memory that commits whole or not at all: the rules, the kept replies and what is saved are
 * those of takeVisitAct; only the tables are maps. `forgetful`: the replies that were kept under the keys are gone (they are not kept
 * for ever), so that the rules alone have to know a repeated act.
 */
export function visitServer({ forgetful }: { readonly forgetful: boolean }) {
  const visits = new Map<string, VisitFacts>()
  const pictures = new Map<string, string>()
  const replies = new Map<string, Answer>()
  const commit = (owner: string, key: string, act: VisitAct): Answer => {
    const known = forgetful ? undefined : replies.get(`${owner} ${key}`)
    if (known) return known
    const facts = visits.get(act.taskId) ?? noVisit
    const digest = sm3(contentText(act.taskId, foldContent(facts.lines), facts.photos)).toString('hex')
    const carried = act.kind === 'photo' ? sm3(Buffer.from(act.picture, 'base64')).toString('hex') : ''
    const decided = decideAct(facts, act, { by: owner, digest, carried })
    const answer: Answer = decided.ok ? { ok: true } : { ok: false, code: decided.refusal }
    if (decided.ok) {
      visits.set(act.taskId, applied(facts, decided.value, owner))
      if (decided.value.photo && act.kind === 'photo') pictures.set(`${act.taskId} ${decided.value.photo}`, act.picture)
    }
    replies.set(`${owner} ${key}`, answer)
    return answer
  }
  return { visits, pictures, commit }
}
