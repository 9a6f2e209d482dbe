import { cite } from '#kernel/citation'
import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (status: RefusalEntry['status'], zh: Words, en: Words, basis?: RefusalEntry['basis']): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...(basis ? { basis } : {}),
})

/** 会议、协作任务、联合行动. */
export const cooperationRefusals: RefusalTable = {
  meetingUnknown: entry(
    404,
    ['没有这次会议。', '请从会议列表打开。'],
    ['There is no such meeting.', 'Open it from the list.'],
  ),
  meetingChanged: entry(
    409,
    ['会议已经有新的改动。', '请看过最新内容再办理。'],
    ['The meeting has changed.', 'Look at it anew and try again.'],
  ),
  meetingNotNow: entry(
    409,
    ['会议现在不能这样办理。', '请看会议现在的状态。'],
    ['This cannot be done now.', 'See where the meeting stands.'],
  ),
  meetingGuestMissing: entry(
    422,
    ['没有选参会单位。', '请至少选一个单位。'],
    ['Nobody is invited.', 'Choose at least one agency.'],
  ),
  meetingAgendaEmpty: entry(
    422,
    ['议程是空的。', '请至少列一项要议的事。'],
    ['The agenda is empty.', 'Put at least one matter on it.'],
  ),
  meetingPast: entry(
    422,
    ['开会时间已经过去。', '请另选时间。'],
    ['The time of the meeting is past.', 'Choose another time.'],
  ),
  meetingGuestUnknown: entry(
    422,
    ['参会单位或者联系人已经停用。', '请重新选择。'],
    ['An agency or contact is not active.', 'Choose again.'],
  ),
  meetingAttendanceOpen: entry(
    409,
    ['还没有记全各单位是否到会。', '请逐个单位记到会情况。'],
    ['Attendance is not complete.', 'Note for each agency whether it was there.'],
  ),
  meetingLineUnsaid: entry(
    409,
    ['第 {line} 项还没有写意见。', '请写明这一项怎么议的；没有议到的，写“未议，下次再议”。'],
    ['Line {line} has no words.', 'Say what came of it, or that it was put off.'],
  ),
  meetingOwnSignature: entry(
    409,
    ['纪要由您整理，定稿要由另一人核对。', '请换一人定稿。'],
    ['You wrote the minutes; another person signs them.', 'Let somebody else read and sign.'],
  ),
  meetingNotYours: entry(
    404,
    ['贵单位不在这次会议的名单里。', '需要参加的，请与烟草专卖局联系。'],
    ['Your agency is not invited to this meeting.', 'Ask the tobacco bureau.'],
  ),
  minutesUnsigned: entry(
    409,
    ['纪要还没有定稿。', '请先定稿，再下载。'],
    ['The minutes are not signed yet.', 'Sign them first.'],
  ),
  minutesAltered: entry(
    409,
    ['纪要的内容和签名对不上。', '不要使用，请报安全管理员。'],
    ['The minutes do not fit their signature.', 'Do not use them; tell the security administrator.'],
  ),
  partnerTaskUnknown: entry(
    404,
    ['没有这项任务，或者不是交给您的。', '请从任务列表打开。'],
    ['There is no such task, or it is not yours.', 'Open it from the list.'],
  ),
  partnerTaskNotNow: entry(
    409,
    ['任务现在不能这样办理。', '请刷新，看任务现在的状态。'],
    ['This cannot be done with the task now.', 'Refresh and see where it stands.'],
  ),
  partnerTaskWords: entry(
    422,
    ['没有写明情况。', '请写清查到什么、怎么处理的，或者为什么退回。'],
    ['The words are missing.', 'Say what was found and done, or why it comes back.'],
  ),
  partnerTaskOwner: entry(
    422,
    ['没有写明由谁办。', '请选一个单位，或者本局的一名人员。'],
    ['Nobody is named to do it.', 'Choose an agency or a colleague.'],
  ),
  partnerTaskDue: entry(
    422,
    ['期限已经过去。', '请写今天或者以后的日子。'],
    ['The last day is past.', 'Choose today or later.'],
  ),
  actionUnknown: entry(
    404,
    ['没有这次行动。', '请从行动列表打开。'],
    ['There is no such action.', 'Open it from the list.'],
  ),
  actionChanged: entry(
    409,
    ['行动已经有新的改动。', '请看过最新内容再办理。'],
    ['The action has changed.', 'Look at it anew and try again.'],
  ),
  actionNotNow: entry(
    409,
    ['行动现在不能这样办理。', '请看行动现在的状态。'],
    ['This cannot be done now.', 'See where the action stands.'],
  ),
  actionHours: entry(
    422,
    ['起止时间不对。', '结束要在开始以后，最长十日。'],
    ['The hours are wrong.', 'The end comes after the start, ten days later at most.'],
  ),
  actionAreaOpen: entry(
    422,
    ['没有画出行动区域。', '请在地图上至少点三个角，围成一片。'],
    ['The area is not drawn.', 'Set at least three corners on the map.'],
  ),
  actionMemberMissing: entry(
    422,
    ['没有协作单位参加。', '请至少加一个单位。'],
    ['No agency takes part.', 'Add at least one.'],
    [cite('CF', 26)],
  ),
  actionDutyMissing: entry(
    422,
    ['有的分组没有写明职责。', '各单位只能按各自职权行事，请逐组写明。'],
    ['A group has no duty.', 'Each agency acts within its own powers: say what each does.'],
    [cite('CF', 26)],
  ),
  actionPhaseMissing: entry(
    422,
    ['没有行动阶段。', '请至少写一个阶段。'],
    ['There is no phase.', 'Write at least one.'],
  ),
  actionOwnApproval: entry(
    409,
    ['方案由您拟定，要由另一人批准。', '请另一名策划人批准。'],
    ['You wrote the plan; another planner approves it.', 'Ask one of the other planners.'],
  ),
  planUnchanged: entry(
    422,
    ['方案和上一版一样。', '请先改动，再保存。'],
    ['The plan says the same as before.', 'Change something first.'],
  ),
  actionNotPlanner: entry(
    403,
    ['只有策划人可以这样办理。', '请与策划人联系。'],
    ['Only a planner may do this.', 'Ask one of the planners.'],
  ),
  actionPeopleUnknown: entry(
    422,
    ['有的单位、人员已经停用。', '请重新选择。'],
    ['An agency or a person is not active.', 'Choose again.'],
  ),
  actionGroupNotYours: entry(
    403,
    ['这个分组不是您的。', '请只报自己分组的情况。'],
    ['This group is not yours.', 'Report for your own group only.'],
  ),
  phaseNotNow: entry(
    409,
    ['这个阶段现在不能开始或者结束。', '请看阶段现在的状态。'],
    ['This phase cannot begin or end now.', 'See where it stands.'],
  ),
  resultUnknown: entry(
    422,
    ['没有这个编号，或者还没有结果。', '请核对编号；检查要有结果以后再关联。'],
    ['There is no such number, or no outcome yet.', 'Check the number; a visit is linked once it has an outcome.'],
  ),
  resultTwice: entry(
    409,
    ['这个编号已经记入成果。', '不用再记。'],
    ['This number is linked already.', 'Nothing more to do.'],
  ),
  toldLater: entry(
    422,
    ['手机时间不对：所报的时间在将来，或者早了三天以上。', '请校准手机时间；确实是几天以前的，请告诉办公室。'],
    ['The clock of the telephone is wrong.', 'Set it right, or tell the office about acts of days ago.'],
  ),
  heldActUnknown: entry(
    404,
    ['没有这一条，或者已经处理。', '请刷新列表。'],
    ['There is no such entry, or it is settled.', 'Refresh the list.'],
  ),
}
