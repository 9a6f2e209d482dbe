import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import { draftText, openLibrary } from '#modules/outreach'
import type { Database } from '../../platform/database.ts'

/** Where an article says where a shop buys: what the made-up amendment adds to it. */
const changed = { law: 'TL', article: 23, adds: '零售户应当在收货时核对三十二位条码。（模拟数据：并非真实修改）' }

/**
 * A draft of a made-up amendment (模拟数据) in the editor of the library, so that the list of impact has something to show. It is not
 * released: the public never sees it.
 */
export async function seedLawDraft(database: Database, at: Moment): Promise<void> {
  const author = await authorOf(database)
  if (author === undefined) return
  const library = await openLibrary(database.db, at.today)
  const statute = library.byKey.get(changed.law)
  if (!statute?.line.imported) return
  const body = statute.articles.map(({ number, sub, label, text }) =>
    number === changed.article && sub === 0 ? `${label}　${text}\n${changed.adds}` : `${label}　${text}`,
  )
  const draft = {
    ...{ title: statute.line.title, textOf: '2026-11-20', effective: '2027-03-01', body: body.join('\n') },
    ...{ source: '模拟数据：并非真实公布的文本', why: '演示影响清单' },
  }
  await database.within({ areas: 'all' }, tx => draftText(tx, draft, { by: author, at }, library))
}

/** 法制审核 of the demonstration; nobody where something was drafted before. */
async function authorOf(database: Database): Promise<string | undefined> {
  const { rows } = await database.within({ areas: 'all' }, tx =>
    sql<{ label: string }>`select 'staff:' || id::text as label from access.staff
      where account = 'legal' and not exists (select 1 from outreach.law_draft)`.execute(tx),
  )
  return rows[0]?.label
}
