import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './words.ts'

const officers = [cite('CF', 42), cite('TL', 49)]

/** 检查任务: why a proposal or a step is not taken. */
export const taskRefusals: RefusalTable = {
  taskUnknown: entry(
    404,
    ['没有这项检查任务。', '请核对编号，或者确认任务在您的辖区。'],
    ['There is no such task.', 'Check its number and your area.'],
  ),
  taskChanged: entry(
    409,
    ['这项任务刚被别人改过。', '请看最新的情况再办。'],
    ['Somebody else has just changed this task.', 'Look again, then act.'],
  ),
  taskNotNow: entry(
    409,
    ['现在的状态不能办这一步。', '请看任务的当前状态。'],
    ['This step is not possible now.', 'See the state of the task.'],
  ),
  taskShopUnknown: entry(
    422,
    ['没有这家零售户。', '请核对 12 位许可证号。'],
    ['There is no such shop.', 'Check the licence number.'],
  ),
  taskReasonMissing: entry(
    422,
    ['检查要有理由。', '请至少选一条理由。'],
    ['An inspection needs a reason.', 'Choose at least one.'],
    [cite('YH', 54)],
  ),
  taskDuePast: entry(
    422,
    ['期限已经过去。', '请填今天或者以后的日期。'],
    ['The last day is past.', 'Enter today or a later day.'],
  ),
  taskSurpriseReason: entry(
    422,
    ['突击检查不事先通知，要写明理由。', '请写明不通知的理由。'],
    ['A surprise check needs the reason for giving no notice.', 'Write it.'],
  ),
  taskPartnerMissing: entry(
    422,
    ['联合检查没有写联合单位。', '请写明和哪个单位联合检查。'],
    ['A joint check needs its partner.', 'Name the agency.'],
  ),
  taskRandomByDraw: entry(
    422,
    ['随机抽查只能由抽签产生。', '请到抽签室准备抽查；有线索的，按线索核查提出。'],
    ['Random checks come from a draw only.', 'Prepare a draw, or propose a targeted check.'],
    [cite('YH', 54)],
  ),
  taskProposedAlready: entry(
    409,
    ['这条线索已经提出过检查建议。', '请看任务板。'],
    ['This was proposed before.', 'See the board.'],
  ),
  taskOwnApproval: entry(
    409,
    ['提出建议的人不能自己审批。', '请由另一位负责人审批。'],
    ['Who proposed a task may not approve it.', 'Another head has to.'],
  ),
  taskDayOutside: entry(
    422,
    ['检查日期要在今天到 {dueBy} 之间。', '请改日期；来不及的，请重新提出建议。'],
    ['The visit has to lie between today and {dueBy}.', 'Choose another day.'],
  ),
  taskCapReached: entry(
    409,
    ['这家今年已安排 {visits} 次检查，计划内检查的上限是 {cap} 次。', '没有举报、线索或者复查的需要，今年不再安排。'],
    [
      '{visits} visits this year; the limit for planned checks is {cap}.',
      'Plan no more this year unless a report or alert calls for it.',
    ],
  ),
  taskOfficersNone: entry(
    409,
    ['当天没有两名可以派的检查人员。', '请换一天，或者先办理执法证登记。'],
    ['No two officers can go on that day.', 'Choose another day, or register certificates first.'],
    officers,
  ),
  taskOfficersTwo: entry(
    422,
    ['检查要两名不同的检查人员。', '请选两名，或者一名也不选由系统推荐。'],
    ['A visit needs two different officers.', 'Choose two, or none to have them proposed.'],
    officers,
  ),
  taskOfficerNotInspector: entry(
    409,
    ['所选人员不是稽查人员。', '网格员、协管人员不能实施行政检查，请另选。'],
    ['The person is no inspector.', 'Grid staff may not inspect; choose another.'],
    officers,
  ),
  taskOfficerCertificate: entry(
    409,
    ['所选人员在检查当天没有有效的执法证。', '请另选持证人员，或者先更新执法证。'],
    ['The person holds no valid certificate on the day.', 'Choose another, or renew the certificate first.'],
    officers,
  ),
  taskOfficerRecused: entry(
    409,
    ['所选人员应当回避这家零售户。', '请另选。'],
    ['The person stands back from this shop.', 'Choose another.'],
    [cite('CF', 43)],
  ),
  taskOfficerInterested: entry(
    409,
    ['所选人员登记了与这家零售户或者经营者的利害关系，应当回避。', '请另选。'],
    ['The person has an interest in this shop or its operator on record and stands back.', 'Choose another.'],
    [cite('CF', 43)],
  ),
  taskOfficerArea: entry(
    409,
    ['所选人员不在这个辖区。', '请选本辖区的人员。'],
    ['The person does not serve this area.', 'Choose one who does.'],
  ),
  taskOfficerFull: entry(
    409,
    ['所选人员当天的检查已经排满。', '请换一天或者另选。'],
    ['The person’s day is full.', 'Choose another day or person.'],
  ),
  taskNoteMissing: entry(422, ['要写明理由。', '请写明后再提交。'], ['The reason is missing.', 'Write it, then send.']),
  findingNotYours: entry(
    403,
    ['您不是这次检查的两名人员之一。', '请由到现场的检查人员报结果。'],
    ['You are not one of the two who went.', 'One of them has to report.'],
    officers,
  ),
  findingDayOutside: entry(
    422,
    ['检查日期应在派工之后、今天以前。', '请填实际检查的日期。'],
    ['The day of the visit lies between approval and today.', 'Enter the day on which it took place.'],
  ),
  findingRectifyDay: entry(
    422,
    ['责令改正要写期限，其他结果不写期限。', '请填检查之后的日期。'],
    ['An order to correct needs its last day, other outcomes have none.', 'Enter a day after the visit.'],
  ),
  findingWordsMissing: entry(
    422,
    ['要写明发现的情况。', '请写明后再报。'],
    ['Say what was found.', 'Write it, then report.'],
  ),
  findingOwnSettlement: entry(
    409,
    ['报结果的人不能自己办结。', '请由另一人办结。'],
    ['Who reported may not settle it.', 'Another person has to.'],
  ),
  calendarPeriodUnknown: entry(
    404,
    ['没有这个节假日或者高发期，或者它在一年以后。', '请看检查日历里列出的时段。'],
    ['There is no such holiday or season within a year.', 'See the periods of the calendar.'],
  ),
  calendarRaised: entry(
    409,
    ['这个时段已经提出过建议。', '请在任务板上审批。'],
    ['This period has been proposed already.', 'See the task board.'],
  ),
  calendarNobody: entry(
    409,
    ['没有可以提出的零售户：都已到年度上限或者已有检查在等。', '需要检查的，请按线索或者举报单独提出。'],
    ['No shop is left: all are at their limit or wait for a visit.', 'Propose a visit for a reason of its own.'],
  ),
}
