import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './words.ts'

const random = [cite('YH', 54)]

/** 双随机抽查: why a step of a draw is not taken. */
export const drawRefusals: RefusalTable = {
  drawUnknown: entry(
    404,
    ['没有这次抽查，或者还没有公示。', '请核对抽查编号。'],
    ['There is no such draw, or it is not public yet.', 'Check its number.'],
  ),
  drawDaysWrong: entry(
    422,
    ['检查日期不对。', '开始日期要在今天之后，结束日期不早于开始日期。'],
    ['The days of the visits are wrong.', 'They begin after today and end no earlier than they begin.'],
  ),
  drawItemTwice: entry(
    422,
    ['检查事项的编号重复。', '请改成不同的编号。'],
    ['An item stands there twice.', 'Give each item a code of its own.'],
  ),
  drawRepeatsNothing: entry(
    409,
    ['抽查 {drawId} 没有作废，不能重新抽取。', '确需重抽的，由局负责人写明理由公开作废后再准备。'],
    [
      'Draw {drawId} is not void and cannot be repeated.',
      'If it must be, the head voids it in public with the reason first.',
    ],
    random,
  ),
  drawWordsMissing: entry(
    422,
    ['要写的文字没有写，或者太长。', '请写清楚后再提交。'],
    ['Words are missing or too long.', 'Write them and send again.'],
  ),
  drawPartiesFew: entry(
    422,
    ['参与方不足三方。', '请至少选三方，随机数由各方共同产生。'],
    ['There are fewer than three parties.', 'Choose at least three; together they make the chance.'],
    random,
  ),
  drawPostsSame: entry(
    422,
    ['两个参与方是同一岗位。', '请换成不同岗位的人员，或者请外部代表。'],
    ['Two parties hold the same post.', 'Choose people of different posts, or a representative from outside.'],
  ),
  drawPartyTwice: entry(
    422,
    ['同一个参与方选了两次。', '请换一方。'],
    ['A party was chosen twice.', 'Choose another.'],
  ),
  drawPartyUnknown: entry(
    422,
    ['没有这个参与方，或者他不在这个岗位。', '请重新选择。'],
    ['There is no such party, or the person does not hold that post.', 'Choose again.'],
  ),
  drawListsFrozen: entry(
    409,
    ['名录已经冻结公示，不能再改。', '确有错误的，由局负责人公开作废后重新准备。'],
    ['The lists are frozen and public; they do not change.', 'If they are wrong, the head voids the draw in public.'],
    random,
  ),
  drawListsChanged: entry(
    409,
    ['名录在您查看之后有变化。', '请重新查看名录再批准。'],
    ['The lists changed since you looked.', 'Look at them again, then approve.'],
  ),
  drawOwnApproval: entry(
    409,
    ['准备抽查的人不能自己批准。', '请由另一位局负责人批准。'],
    ['Who prepared the draw may not approve it.', 'Another head has to.'],
  ),
  drawOfficersFew: entry(
    409,
    ['有效执法证的检查人员不足两名。', '请先办理执法证登记，再批准抽查。'],
    ['Fewer than two inspectors hold a valid certificate.', 'Register the certificates first.'],
    [cite('CF', 42), cite('TL', 49)],
  ),
  drawShopsNone: entry(
    409,
    ['名录里没有可以抽取的零售户。', '请检查信用等级的抽查比例和不列入名单。'],
    ['No shop is left to be drawn.', 'Check the rates and the exclusions.'],
  ),
  drawShopUnknown: entry(
    422,
    ['名录里没有这一户，也没有这个镇街。', '请核对许可证号或者镇街代码。'],
    ['No such shop or town is on the list.', 'Check the number.'],
  ),
  drawOfficerUnknown: entry(
    422,
    ['检查人员名录里没有这个人。', '请在名录里选择。'],
    ['This person is not on the list of officers.', 'Choose from the list.'],
  ),
  drawLineTwice: entry(
    409,
    ['这一条已经登记过。', '不需要再登记。'],
    ['This is on record already.', 'Nothing more is to be done.'],
  ),
  drawNotPromising: entry(
    409,
    ['现在不是作承诺的时候。', '请看抽签室里下一步该谁做。'],
    ['This is not the time for promises.', 'See in the room who is next.'],
  ),
  drawNotOpening: entry(
    409,
    ['现在不能公开随机数：还有参与方没有承诺，或者已经抽取。', '全部承诺之后才能公开。'],
    ['Secrets cannot be opened now.', 'They are opened after the last promise.'],
    random,
  ),
  drawNotThisParty: entry(
    403,
    ['这个账号或者链接不是该参与方的。', '请由本人登录，或者使用发给您的链接。'],
    ['This account or link is not that party’s.', 'The person has to sign in, or use the link that was sent.'],
  ),
  drawPromisedAlready: entry(
    409,
    ['该参与方已经承诺过，链接只能用一次。', '请等全部承诺后公开随机数。'],
    ['This party has promised; the link works once.', 'Wait until all have promised, then open.'],
  ),
  drawPromiseCopied: entry(
    409,
    ['这个承诺与另一方的相同。', '请重新产生一个随机数。'],
    ['This promise is the same as another’s.', 'Make a new secret.'],
  ),
  drawSecretWrong: entry(
    422,
    ['公开的随机数与承诺不一致。', '请用作承诺时的那台设备，或者输入当时抄下的随机数。'],
    ['The secret does not fit the promise.', 'Use the device of the promise, or type what you wrote down.'],
  ),
  drawOpenedAlready: entry(
    409,
    ['该参与方已经公开。', '不需要再公开。'],
    ['This party has opened its secret.', 'Nothing more is to be done.'],
  ),
  drawNumberNotAsked: entry(
    409,
    ['这次抽查没有约定公开数值，或者已经录入。', '不需要录入。'],
    ['No public number was announced, or it is noted.', 'Nothing is to be entered.'],
  ),
  drawEnded: entry(
    409,
    ['这次抽查已经结束，不能再作废。', '请看公示记录。'],
    ['This draw has ended.', 'See its public record.'],
  ),
  drawNotDrawn: entry(
    409,
    ['这次抽查还没有抽出名单，或者已经作废、办结。', '请看抽签室里的状态。'],
    ['This draw has no result to work with.', 'See its state in the room.'],
  ),
  drawCheckedLater: entry(
    422,
    ['检查日期在今天之后。', '请填写实际检查的日期。'],
    ['The day of the visit lies ahead.', 'Enter the day on which it took place.'],
  ),
  drawShopNotDrawn: entry(
    422,
    ['这一户没有被抽中。', '请在抽中的名单里选择。'],
    ['This shop was not drawn.', 'Choose one that was.'],
  ),
  drawOutcomeTwice: entry(
    409,
    ['这一户的结果已经录入。', '不能再改；有错误的请联系法制部门。'],
    ['The outcome of this shop is on record.', 'It does not change; ask the legal office about an error.'],
  ),
  drawNothingToPublish: entry(
    409,
    ['没有待公示的结果。', '请先录入检查结果。'],
    ['There is nothing to publish.', 'Enter the outcomes first.'],
  ),
}
