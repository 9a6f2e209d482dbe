import { cleanText } from '#kernel/chinese-text'
import { plainTitle } from '#kernel/citations-in-text'
import { type Moment, parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { faultsOfOrder, parsePasted } from '../rules/parse-statute.ts'
import type { Library, Statute } from '../shelf.ts'
import { closeDraft, hasVersion, lockOpenDraft, saveDraft, saveStatute, saveWithdrawal } from '../store.ts'

interface By {
  readonly by: string
  readonly at: Moment
}

export interface TextDraft {
  readonly title: string
  readonly textOf: string
  readonly effective: string
  readonly source: string
  readonly why: string
  readonly body: string
}

/** One line without control characters; empty = somebody wrote nothing but spaces. */
const line = (text: string): string => {
  const clean = cleanText(text, { max: 300 })
  return clean.ok ? clean.value : ''
}

/**
 * 起草法规文本: title, days, source and articles are there before anybody can release it. Refusals: `lawWordsMissing`,
 * `dateInvalid`, `lawWithoutArticles`, `lawArticleTwice`, `lawArticleEmpty`, `lawVersionExists`, `lawDraftOpen`.
 */
export async function draftText(tx: Tx, draft: TextDraft, { by, at }: By, library: Library): Promise<Result<null>> {
  const [title, source, why] = [line(draft.title), line(draft.source), line(draft.why)]
  if (!title || !source || !why) return refuse('lawWordsMissing')
  for (const day of [draft.textOf, draft.effective]) {
    const known = parseDate(day)
    if (!known.ok) return known
  }
  const articles = parsePasted(draft.body)
  if (articles.length === 0) return refuse('lawWithoutArticles')
  const { twice, empty } = faultsOfOrder(articles)
  if (twice[0] !== undefined) return refuse('lawArticleTwice', { label: twice[0] })
  if (empty[0] !== undefined) return refuse('lawArticleEmpty', { label: empty[0] })
  // A new version stands beside the old ones only under the same title.
  const known = library.statutes.find(
    ({ line: { title: own, imported } }) => imported && plainTitle(own) === plainTitle(title),
  )
  const official = known?.line.title ?? title
  if (await hasVersion(tx, official, draft.textOf)) return refuse('lawVersionExists', { day: draft.textOf })
  const saved = await saveDraft(tx, {
    ...{ kind: 'text', title: official, textOf: draft.textOf, effective: draft.effective },
    ...{ source, why, body: draft.body, by, at: at.instant.toString() },
  })
  return saved ? ok(null) : refuse('lawDraftOpen')
}

/** 起草废止条目: from which day, why, and where that is said. */
export async function draftWithdrawal(
  tx: Tx,
  { line: law }: Statute,
  said: { readonly effective: string; readonly source: string; readonly why: string },
  { by, at }: By,
): Promise<Result<null>> {
  const [source, why] = [line(said.source), line(said.why)]
  if (!source || !why) return refuse('lawWordsMissing')
  const day = parseDate(said.effective)
  if (!day.ok) return day
  if (!law.imported) return refuse('lawNotImported')
  if (law.withdrawn !== null) return refuse('lawWithdrawnAlready')
  const saved = await saveDraft(tx, {
    ...{ kind: 'withdrawal', title: law.title, textOf: null, effective: said.effective },
    ...{ source, why, body: '', by, at: at.instant.toString() },
  })
  return saved ? ok(null) : refuse('lawDraftOpen')
}

/** 撤回草案 by its author. */
export async function dropDraft(tx: Tx, id: number, { by, at }: By): Promise<Result<null>> {
  const draft = await lockOpenDraft(tx, id)
  if (!draft) return refuse('lawDraftEnded')
  if (draft.draftedBy !== by) return refuse('lawNotYourDraft')
  await closeDraft(tx, id, { state: 'dropped', by, at: at.instant.toString() })
  return ok(null)
}

/** 发布: by another person than the author (the database refuses it too); the text is in the library at once, in force on its day. */
export async function releaseDraft(tx: Tx, id: number, { by, at }: By): Promise<Result<string>> {
  const draft = await lockOpenDraft(tx, id)
  if (!draft) return refuse('lawDraftEnded')
  if (draft.draftedBy === by) return refuse('lawOwnDraft')
  const { title, effective, source, why, body, textOf } = draft
  if (draft.kind === 'withdrawal') await saveWithdrawal(tx, { title, on: effective, why, source })
  else if (textOf !== null) {
    if (await hasVersion(tx, title, textOf)) return refuse('lawVersionExists', { day: textOf })
    const statute = { title, textOf, articles: parsePasted(body) }
    await saveStatute(tx, statute, sm3(body).toString('hex'), { inForce: effective, source, draftId: id })
  }
  await closeDraft(tx, id, { state: 'released', by, at: at.instant.toString() })
  return ok(title)
}
