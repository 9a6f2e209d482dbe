import type { RefusalTable } from '#kernel/refusal'
import { entry } from './entry.ts'

/** For those who look after terminals, calls for help and held acts. */
export const keeperRefusals = {
  terminalMissing: entry(
    404,
    ['没有找到这台终端。', '请核对；它可能不在您的管辖范围内。'],
    ['No such terminal.', 'It may be outside your area.'],
  ),
  terminalCodeTaken: entry(
    409,
    ['终端编号 {code} 已在使用。', '请换一个编号；如要更换机器，请先吊销原终端。'],
    ['The terminal code {code} is in use.', 'Choose another, or revoke the old terminal first.'],
  ),
  terminalMoveRefused: entry(
    409,
    ['终端现在是“{state}”，不能这样操作。', '请刷新终端列表，按现在的状态办理。'],
    ['The state of the terminal ({state}) does not allow this.', 'Refresh the list and go by the present state.'],
  ),
  secondPersonNeeded: entry(
    403,
    ['登记和核准必须由两个人完成。', '请由另一名安全管理员核准。'],
    ['Proposing and confirming need two people.', 'Ask another security administrator to confirm.'],
  ),
  areaOutsideScope: entry(
    403,
    ['该地区不在您的管辖范围内。', '请由管辖该地区的同事办理。'],
    ['The area is outside your scope.', 'Ask a colleague who is responsible for it.'],
  ),
  areaCodeUnknown: entry(
    422,
    ['行政区划代码应为 6、9 或 12 位数字。', '请核对后重新填写。'],
    ['An area code has 6, 9 or 12 digits.', 'Check it and enter it again.'],
  ),
  helpCallMissing: entry(
    404,
    ['没有找到这条求助。', '请刷新列表；它可能不在您的管辖范围内。'],
    ['No such call for help.', 'Refresh the list; it may be outside your area.'],
  ),
  helpCallAnswered: entry(
    409,
    ['这条求助已由同事回应。', '不用再处理。'],
    ['A colleague has already answered this call.', 'Nothing more is needed.'],
  ),
  heldActMissing: entry(
    404,
    ['没有找到这一项待处理的办理动作。', '请刷新列表；它可能不在您的管辖范围内。'],
    ['No such held act.', 'Refresh the list; it may be outside your area.'],
  ),
  heldActSettled: entry(
    409,
    ['这一项已经处理过。', '不用再处理。'],
    ['This has already been settled.', 'Nothing more is needed.'],
  ),
  alarmMissing: entry(
    404,
    ['没有找到这条告警。', '请刷新终端页面；它可能不在您的管辖范围内。'],
    ['No such alarm.', 'Refresh the page; it may be outside your area.'],
  ),
  alarmMoveRefused: entry(
    409,
    ['这条告警现在是“{state}”，不能这样操作。', '请刷新终端页面，按现在的状态办理。'],
    ['The state of the alarm ({state}) does not allow this.', 'Refresh the page and go by the present state.'],
  ),
  openingHoursBackwards: entry(
    422,
    ['开放时间从 {opensAt} 到 {closesAt}，结束早于开始。', '请核对后重新填写。'],
    ['Opening hours from {opensAt} to {closesAt} end before they begin.', 'Check them and enter them again.'],
  ),
} as const satisfies RefusalTable
