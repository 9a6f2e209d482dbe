import { citationsInText } from '#kernel/citations-in-text'
import type { LawUse } from '#kernel/law-use'
import type { Db } from '#platform/database'
import { readPublished } from '#platform/policy/published'

/** Values that two people published: their basis is written by hand, and the articles named in it count like any other. */
export async function publishedValuesLaw(db: Db): Promise<readonly LawUse[]> {
  return (await readPublished(db)).flatMap(({ key, publication, note, basis }) => {
    const cites = typeof basis === 'string' ? citationsInText(basis) : basis
    if (cites.length === 0) return []
    const zh = `参数：${note}（第 ${publication} 号发布）`
    const en = `Value: ${key} (publication ${publication})`
    return [{ id: `policy.p${publication}`, kind: 'policy', zh, en, cites, path: '/console/policy' }]
  })
}
