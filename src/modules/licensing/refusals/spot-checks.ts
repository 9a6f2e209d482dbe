import { cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (status: RefusalEntry['status'], zh: Words, en: Words, basis?: RefusalEntry['basis']): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...(basis ? { basis } : {}),
})

/** 抽查和复核 */
export const spotCheckRefusals = {
  spotCheckUnknown: entry(
    404,
    ['没有这一件抽查。', '请刷新列表；不在您辖区的看不到。'],
    ['There is no such spot check.', 'Reload the list; files outside your area are not shown.'],
  ),
  spotCheckDone: entry(
    409,
    ['这一件已经有了结论。', '请刷新列表。'],
    ['This one has been concluded.', 'Reload the list.'],
  ),
  reviewerHandledIt: entry(
    403,
    ['您经办过这一件，不能复核。', '请由没有经办过的人复核。'],
    ['You handled this file and may not review it.', 'Somebody who did not has to.'],
    [cite('XK', 61)],
  ),
  reviewerDecides: entry(
    403,
    ['提出不同意见的人不能自己决定是否启动撤销程序。', '请由另一位负责人决定。'],
    ['Whoever differed may not decide what follows.', 'Another person has to decide.'],
    [cite('XK', 69)],
  ),
  checklistIncomplete: entry(
    422,
    ['评查项目没有填完。', '每一项请选“合格”“不合格”或者“不涉及”。'],
    ['The checklist is incomplete.', 'Answer every item.'],
  ),
  checklistAgainstResult: entry(
    422,
    ['结论和评查项目不一致。', '有一项不合格的，结论是“瑕疵”或者“不合格”；都合格的，结论是“合格”。'],
    [
      'Result and checklist do not agree.',
      'One failed item makes the file flawed or unqualified; none makes it qualified.',
    ],
  ),
  correctionDayMissing: entry(
    422,
    ['还没有写整改期限。', '请写今天或者以后的日期。'],
    ['The day for the correction is missing.', 'Choose today or later.'],
  ),
} as const satisfies RefusalTable
