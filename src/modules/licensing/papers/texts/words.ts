import { services } from '../../rules/services/table.ts'
import type { PaperBlock, PaperDay, PaperFile } from '../paper.ts'

export const text = (words: string): PaperBlock => ({ text: words })

/** 2026年11月23日 */
export function dayZh(day: string): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  return `${year}年${month}月${date}日`
}

/** 2026年11月23日, or 自受理之日起8个工作日届满 where the day cannot be counted yet. */
export const limitZh = (limit: PaperDay): string =>
  typeof limit === 'string' ? dayZh(limit) : `自${limit.from}之日起${limit.workingDays}个工作日届满`

/** How every document names the matter. */
export const matter = (file: PaperFile): string =>
  `烟草专卖零售许可证${file.licenceNo === null ? '' : `（证号 ${file.licenceNo}）`}${services[file.service].name.zh}申请（办件编号 ${file.applicationNo}）`

/** The new term; a document about a renewal that does not stand is a fault of the caller. */
export function termZh({ renewedFrom, renewedTo, applicationNo }: PaperFile): string {
  if (renewedFrom === null || renewedTo === null) throw new Error(`${applicationNo} has no renewed term`)
  return `自${dayZh(renewedFrom)}至${dayZh(renewedTo)}`
}

/** A sentence ends once, also when an officer ended it already. */
export const sentence = (words: string): string => `${words.trim().replace(/[。.；;]+$/u, '')}。`
