import { cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (status: RefusalEntry['status'], zh: Words, en: Words, basis?: RefusalEntry['basis']): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...(basis ? { basis } : {}),
})

/** 本局参数 */
export const policyRefusals = {
  policyKeyUnknown: entry(
    404,
    ['没有“{key}”这个参数。', '请从参数表里选择。'],
    ['There is no value {key}.', 'Choose one of the list.'],
  ),
  policyValueWrong: entry(
    422,
    ['这个值不能用：{why}', '请改正后再保存。'],
    ['This value cannot be used: {why}', 'Correct it and save again.'],
    [cite('YH', 35)],
  ),
  policyValueSame: entry(
    422,
    ['这个值和现在的一样。', '不需要改的，不用起草。'],
    ['This is the value that holds.', 'Nothing needs to be drafted.'],
  ),
  policyWordsMissing: entry(
    422,
    ['还没有写明理由和依据。', '请写明为什么改、依据哪一条或者哪个文件。'],
    ['Reason and legal basis are missing.', 'Write down why, and on which article or document.'],
    [cite('YH', 35)],
  ),
  policyDraftOpen: entry(
    409,
    ['“{key}”已经有一份没有结束的草案。', '请先发布或者撤回那一份。'],
    ['There is an open draft for {key}.', 'Publish or withdraw it first.'],
  ),
  policyDraftEnded: entry(
    409,
    ['这份草案已经发布或者撤回。', '请刷新页面。'],
    ['This draft has been published or withdrawn.', 'Reload the page.'],
  ),
  policyNotYourDraft: entry(
    403,
    ['草案只能由起草人自己撤回。', '请联系起草人。'],
    ['Only its author withdraws a draft.', 'Ask the author.'],
  ),
  policyOwnDraft: entry(
    403,
    ['起草人不能自己发布。', '请由另一位负责人或者法制审核人员发布。'],
    ['Whoever drafted may not publish.', 'Another person has to publish it.'],
  ),
  policyTrialMissing: entry(
    409,
    ['这份草案还没有按现行值完成试算。', '请先试算并看过结果，再发布。'],
    ['There is no finished trial against the value that holds now.', 'Run the trial, read it, then publish.'],
  ),
  policyTrialEnded: entry(
    409,
    ['这次试算已经结束。', '请刷新页面查看结果。'],
    ['This trial has ended.', 'Reload the page.'],
  ),
  policyTrialUnknown: entry(404, ['没有这次试算。', '请刷新页面。'], ['There is no such trial.', 'Reload the page.']),
  policyTrialRunning: entry(
    409,
    ['试算正在进行。', '请等它结束，或者先停止。'],
    ['A trial is running.', 'Wait for its end, or stop it.'],
  ),
  policyDayPast: entry(
    422,
    ['施行日期 {effective} 已经过去。', '参数不溯及既往，请写今天（{today}）或者以后的日期。'],
    ['{effective} is past.', 'A value never reaches back: choose {today} or later.'],
  ),
} as const satisfies RefusalTable
