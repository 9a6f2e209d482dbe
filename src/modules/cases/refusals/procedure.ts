import type { RefusalTable } from '#kernel/refusal'
import { entry } from './words.ts'

/** 办理案件: what may be refused and what to do then. */
export const procedureRefusals: RefusalTable = {
  caseUnknown: entry(
    404,
    ['没有这件案件。', '请核对案件编号，或者确认它在您的辖区。'],
    ['There is no such case.', 'Check its number and your area.'],
  ),
  caseShopUnknown: entry(
    422,
    ['没有这家零售户。', '请核对 12 位许可证号；当事人没有许可证的，许可证号留空，填写当事人。'],
    ['There is no such shop.', 'Check the licence number, or leave it empty and enter the party.'],
  ),
  casePartyMissing: entry(
    422,
    ['当事人没有填。', '有许可证的填许可证号；没有的，填写姓名或者名称。暂时不明的，填“身份不明”。'],
    ['The party is missing.', 'Enter the licence number, or the name; 身份不明 where it is not known yet.'],
  ),
  caseOpenAlready: entry(
    409,
    ['这个来源已经登记过一件案件。', '请在那一件上继续办理。'],
    ['A case of this source exists.', 'Go on with that one.'],
  ),
}
