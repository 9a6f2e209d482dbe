import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './entry.ts'

const recusal = [cite('CF', 43)]

/** 利害关系: why a statement is not taken, or not ended. */
export const interestRefusals = {
  interestNotYours: entry(
    403,
    ['只能申报本人的利害关系。', '别人的利害关系由局负责人登记。'],
    ['You state your own interests only.', 'The head notes those of others.'],
    recusal,
  ),
  interestWordsMissing: entry(
    422,
    ['没有写明是什么关系，或者写得太长。', '请用一两句话写清楚，不超过200字。'],
    ['What the relation is, is missing or too long.', 'Say it in a sentence or two, up to 200 characters.'],
  ),
  interestDaysWrong: entry(
    422,
    ['结束日期早于开始日期。', '请核对日期；还在继续的，结束日期不填。'],
    ['It ends before it begins.', 'Check the days; leave the end empty while it lasts.'],
  ),
  interestSubjectMissing: entry(
    422,
    ['要写明与哪一户或者哪一个人有关系。', '请填许可证号，或者填姓名和身份证号，二者选一。'],
    ['Say with which shop or which person.', 'Give a licence number, or a name with its citizen number.'],
  ),
  interestShopUnknown: entry(
    422,
    ['没有找到这一户。', '请核对许可证号。'],
    ['No such shop.', 'Check the number of the licence.'],
  ),
  interestTwice: entry(
    409,
    ['这一条利害关系已经登记。', '不需要再登记；情况有变化的，请局负责人结束原来那一条。'],
    ['This interest is on record already.', 'Nothing more is to be done; the head ends the old one if it has changed.'],
  ),
  interestMissing: entry(
    404,
    ['没有找到这一条利害关系。', '请刷新后再看。'],
    ['No such interest.', 'Read the list again.'],
  ),
  interestEnded: entry(409, ['这一条已经结束。', '请刷新后再看。'], ['This one has ended.', 'Read the list again.']),
  interestOwnEnd: entry(
    403,
    ['不能结束与本人有关的利害关系。', '请由另一位局负责人核实后结束。'],
    ['Nobody ends an interest of his own.', 'Another head checks and ends it.'],
    recusal,
  ),
} as const satisfies RefusalTable
