import type { RefusalTable } from '#kernel/refusal'

export const eventRefusals = {
  eventUnknown: {
    status: 404,
    zh: { title: '没有找到这场活动，或者已经取消。', next: '请核对签到码，或者问现场工作人员。' },
    en: { title: 'There is no such event, or it was cancelled.', next: 'Check the code, or ask the staff.' },
  },
  eventChanged: {
    status: 409,
    zh: { title: '这场活动刚刚有人改过。', next: '请刷新后再看。' },
    en: { title: 'Somebody has just changed this event.', next: 'Reload and look again.' },
  },
  eventStepNotAllowed: {
    status: 409,
    zh: { title: '这场活动现在不能这样做。', next: '请刷新，看它现在的状态。' },
    en: { title: 'That cannot be done with this event now.', next: 'Reload and look at its state.' },
  },
  eventDayPast: {
    status: 422,
    zh: { title: '日期已经过去。', next: '请选今天或以后的日期。' },
    en: { title: 'That day is past.', next: 'Choose today or a later day.' },
  },
  eventSchoolUnknown: {
    status: 422,
    zh: {
      title: '没有选学校，或者登记里没有这所学校。',
      next: '进校园的活动请从登记的学校里选；没有的先到“学校”里登记。',
    },
    en: {
      title: 'No school of the register was chosen.',
      next: 'Choose one from the list; register it first if missing.',
    },
  },
  eventTooEarly: {
    status: 409,
    zh: { title: '还没有到活动那天。', next: '办完以后再登记人数；提前办的请先改期。' },
    en: {
      title: 'The day of the event has not come.',
      next: 'Count after it was held; change the day if it was earlier.',
    },
  },
  eventHeadsMissing: {
    status: 422,
    zh: { title: '没有写来了多少人。', next: '请写现场清点的人数。' },
    en: { title: 'The number of people is missing.', next: 'Write how many were counted.' },
  },
  eventNotToday: {
    status: 409,
    zh: { title: '这场活动在 {day}，现在不能签到。', next: '请在活动当天扫码；结束后一周内可以评价。' },
    en: { title: 'This event is on {day}.', next: 'Scan on that day; feedback is open for a week after it.' },
  },
} as const satisfies RefusalTable
