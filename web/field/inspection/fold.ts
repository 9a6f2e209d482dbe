import {
  applied,
  contentText,
  decideAct,
  type FieldTask,
  foldContent,
  type Missing,
  missingFor,
  noVisit,
  type VisitAct,
  type VisitContent,
  type VisitFacts,
  type VisitView,
} from '#contract/inspection'

/** SM3 of a text, handed in: the rules know no library. */
export type TextDigest = (text: string) => string

/** A visit as this telephone knows it: what the server said, and on it what was done here and is not yet received. */
export interface LocalVisit {
  readonly facts: VisitFacts
  readonly content: VisitContent
  /** What somebody who signs here signs, and its SM3. */
  readonly text: string
  readonly digest: string
  readonly missing: readonly Missing[]
  readonly recordNo: string | null
}

const factsOf = (view: VisitView | undefined): VisitFacts =>
  view === undefined
    ? noVisit
    : {
        state: view.state,
        scans: view.scans.map(({ way, by }) => ({ way, by })),
        lines: view.lines,
        photos: view.photos.map(({ digest }) => digest),
        signatures: view.signatures,
      }

const digestOf = (taskId: string, facts: VisitFacts, sm3: TextDigest): string =>
  sm3(contentText(taskId, foldContent(facts.lines), facts.photos))

/**
 * 本机所见: the acts of this telephone on top of the server's word, by the server's own rules. An act that the server had already
 * changes nothing; one that the rules do not take is shown in 发送情况, not here.
 */
export function localVisit(
  task: Pick<FieldTask, 'checks' | 'officers'> & { readonly id: string },
  known: { readonly view: VisitView | undefined; readonly acts: readonly VisitAct[]; readonly by: string },
  sm3: TextDigest,
): LocalVisit {
  let facts = factsOf(known.view)
  for (const act of known.acts) {
    const carried = act.kind === 'photo' ? act.digest : 'content' in act ? sm3(act.content) : ''
    const decided = decideAct(facts, act, { by: known.by, digest: digestOf(task.id, facts, sm3), carried })
    if (decided.ok) facts = applied(facts, decided.value, known.by)
  }
  const content = foldContent(facts.lines)
  const text = contentText(task.id, content, facts.photos)
  const digest = sm3(text)
  const whole = { checklist: task.checks, officers: task.officers.map(({ id }) => id), digest }
  return { facts, content, text, digest, missing: missingFor(facts, whole), recordNo: known.view?.recordNo ?? null }
}
