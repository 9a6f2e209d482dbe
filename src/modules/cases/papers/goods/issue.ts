import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { sealPaper } from '#platform/paper-seal'
import { entriesOf, findCaseAbout, listLotViews, type Reckoning } from '../../queries/goods.ts'
import type { SanctionPolicy } from '../../rules/sanction-policy.ts'
import { destructionOf } from '../../rules/violations/table.ts'
import { takeGoodsSerial } from '../../store/goods.ts'
import { insertGoodsPaper } from '../../store/goods-papers.ts'
import { findWeighing } from '../../store/sanctions.ts'
import { composeGoods, type GoodsPaperKind, type GoodsPaperWords, paperTitles } from './compose.ts'

/** 制作物品文书 from the ledger, numbered by year, signed (SM3, SM2), sealed: it says what the ledger said that day. */
export async function issueGoodsPaper(
  tx: Tx,
  asked: { readonly caseNo: string; readonly kind: GoodsPaperKind; readonly by: string; readonly at: Moment },
  { policy, keyring, reckoning }: { policy: SanctionPolicy; keyring: Keyring; reckoning: Reckoning },
): Promise<Result<true>> {
  const { caseNo, kind, at } = asked
  const about = await findCaseAbout(tx, caseNo)
  if (about === undefined) return refuse('caseUnknown')
  const views = await listLotViews(tx, { caseNo, all: 'yes' }, reckoning)
  const entries = await entriesOf(
    tx,
    views.map(({ lotNo }) => lotNo),
  )
  const lots = views.map(lot => ({ lot, entries: entries.get(lot.lotNo) ?? [] }))
  const words = composeGoods(kind, lots, destructionOf(about.violation, (await findWeighing(tx, caseNo))?.like))
  if (words.rows.length === 0) return refuse('goodsPaperNothing')
  const { year } = at.today
  const serial = await takeGoodsSerial(tx, 'paper', year)
  const number = `${policy.goodsMark}〔${year}〕第${serial}号`
  const paper: GoodsPaperWords = {
    ...{ title: paperTitles[kind], number, bureau: policy.bureau, caseNo, about: about.about },
    ...words,
    date: at.today.toString(),
  }
  const content = JSON.stringify(paper)
  await insertGoodsPaper(tx, {
    ...{ id: randomId(), caseNo, kind, year, serial, number },
    content: keyring.sealField(content),
    ...sealPaper(keyring, content),
    issuedBy: asked.by,
    issuedAt: at.instant.toString(),
  })
  return ok(true)
}
