import { formatCitation } from '#kernel/citation'
import { type CaseLot, lotsTaken } from '../goods/case-lots.ts'
import { ruling } from '../violations/table.ts'
import type { Measure } from '../violations/words.ts'
import type { Words } from './case-file.ts'
import { yuan } from './fields.ts'
import { goodsMeasures, type Sanction, takesGoods } from './sanction.ts'

interface Beside {
  readonly violation: string | null
  readonly like: string | null | undefined
  readonly lots: readonly CaseLot[]
  /** Value of all goods by the ledger; null where a price is missing or there are none. */
  readonly goodsValue: number | null
}

/**
 * 涉案物品的处理意见: what the article orders and nothing it does not know; what is taken stands in the ledger by number, and says its value, since
 * a large one gives the right to a hearing (CF 63). Undefined where the opinion may stand.
 */
export function goodsFault(s: Sanction, beside: Beside): Words | undefined {
  if (s.result !== 'penalty') return undefined
  const taken = lotsTaken(beside.lots)
  const wrong = outsideArticle(s, beside, taken.length > 0)
  if (wrong || !takesGoods(s)) return wrong
  if (taken.length === 0)
    return {
      zh: '台账里没有可以没收、销毁的物品，请先在“涉案物品”登记。',
      en: 'The ledger has no goods to be taken: register them first.',
    }
  const { goodsValue } = beside
  // Where a price is missing the officer's own estimate has to do.
  if (s.goodsValue >= (goodsValue ?? 1)) return undefined
  return goodsValue === null
    ? { zh: '没收、销毁物品的，请填涉案物品价值。', en: 'Enter the value of the goods.' }
    : {
        zh: `涉案物品价值按台账是${yuan(goodsValue)}，不能少填。`,
        en: `By the ledger the goods are worth ${yuan(goodsValue)}.`,
      }
}

/** 没收、收购 need an article that sets them (CF 16, 29); 公开销毁 of fakes stands in TL 30 whatever the violation is. */
function outsideArticle({ goods }: Sanction, { violation, like }: Beside, any: boolean): Words | undefined {
  const row = ruling(violation, like)
  const article = row?.sanction.at(-1)
  if (row === undefined || article === undefined) return undefined
  const known: readonly Measure[] = [...row.measures, ...(row.serious?.measures ?? [])]
  const cited = formatCitation(article)
  const { zh, en } = goodsMeasures[goods]
  if ((goods === 'confiscate' && !known.includes('goods')) || (goods === 'buy' && !known.includes('buy')))
    return { zh: `${cited}没有设定对物品的“${zh}”。`, en: `The article does not know: ${en.toLowerCase()}.` }
  if (!any || goods === 'destroy') return undefined
  if (row.measures.includes('destroy'))
    return {
      zh: `${cited}规定公开销毁，涉案物品请选“公开销毁”；要退还的批次，先在台账作出退还决定。`,
      en: 'The article orders destruction in public; what goes back to the party is decided in the ledger first.',
    }
  return row.measures.includes('goods') && goods !== 'confiscate'
    ? {
        zh: `${cited}规定没收，涉案物品请选“没收”；要退还的批次，先在台账作出退还决定。`,
        en: 'The article orders confiscation; what goes back to the party is decided in the ledger first.',
      }
    : undefined
}
