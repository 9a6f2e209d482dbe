import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'
import { entry } from './words.ts'

/** 案由、金额、裁量: why something is not reckoned or not proposed. */
export const sanctionRefusals: RefusalTable = {
  violationLikeMissing: entry(
    422,
    ['没有写明参照哪一个案由。', '电子烟等新型烟草制品参照卷烟的规定，请选参照的案由。'],
    [
      'It is not said which violation this one stands beside.',
      'New products follow the rules for cigarettes: choose the violation.',
    ],
    [cite('TL', 65)],
  ),
  violationBaseMissing: entry(
    422,
    ['{code} 的罚款基数还没有查清。', '请先录入货物价格或者违法经营、销售、进货总额。'],
    [
      'The amount that the fine of {code} is taken from is not known yet.',
      'Enter prices of the goods or the totals of trade first.',
    ],
  ),
  violationBaseForeign: entry(
    422,
    ['{code} 不以这个金额为基数。', '请按罚则选罚款基数。'],
    ['The fine of {code} is not taken from that amount.', 'Choose the amount the article names.'],
  ),
  priceListMissing: entry(
    422,
    ['查获地在查获当天没有可用的价格表。', '请导入省级局出具的价格表，或者录入查清的实际价格。'],
    [
      'There is no price list for the place and day of the seizure.',
      'Import the list of the provincial bureau, or enter the proven price.',
    ],
    [cite('JS', 4)],
  ),
  priceMissing: entry(
    422,
    ['价格表里没有“{brand}”，也没有同类平均价格。', '请请求省级局出具价格，或者录入查清的实际价格。'],
    [
      'The list has no price for “{brand}” and no average of its kind.',
      'Ask the provincial bureau for a price, or enter the proven one.',
    ],
    [cite('JS', 4)],
  ),
  fineAboveLaw: entry(
    422,
    ['罚款高于法定幅度。', '请在法定幅度内提出。'],
    ['The fine is above the range of the law.', 'Propose one within the range.'],
    [cite('CF', 34)],
  ),
  fineBelowLaw: entry(
    422,
    ['罚款低于法定幅度，而没有减轻处罚的情节。', '先认定从轻或者减轻情节，再提出。'],
    ['The fine is below the range of the law, and no factor lets it go there.', 'Establish such a factor first.'],
    [cite('CF', 32)],
  ),
  fineNotOrdered: entry(
    422,
    ['这一条没有规定罚款。', '请填 0，按罚则办理没收等其他措施。'],
    ['This article orders no fine.', 'Enter 0 and take the measures the article names.'],
  ),
  fineExempt: entry(
    422,
    ['有依法不予处罚的情节，不能罚款。', '请填 0；情节有误的，先更正情节。'],
    ['The law exempts this case from penalty.', 'Enter 0, or correct the factors.'],
    [cite('CF', 33)],
  ),
  deviationReasonMissing: entry(
    422,
    ['超出裁量阶次，没有写明理由。', '请写明偏离的理由（至少十个字），并由另一人审批。'],
    [
      'The fine lies outside its step, without a reason.',
      'Write the reason (ten characters or more); another person approves it.',
    ],
    [cite('CF', 34)],
  ),
  deviationNone: entry(
    409,
    ['罚款在裁量阶次以内，不用审批。', '可以直接进入下一步。'],
    ['The fine lies within its step; nothing is to be approved.', 'Go on.'],
  ),
  deviationOwn: entry(
    409,
    ['提出偏离的人不能自己审批。', '请由另一名负责人审批。'],
    ['Whoever proposed the deviation does not approve it.', 'Somebody else does.'],
    [cite('CF', 57)],
  ),
  deviationApproved: entry(
    409,
    ['这次偏离已经审批。', '请看最新的情况。'],
    ['This deviation has been approved already.', 'Look again.'],
  ),
  deviationUnapproved: entry(
    409,
    ['偏离裁量阶次的罚款还没有第二人审批。', '请先由另一名负责人审批。'],
    ['A fine outside its step has not been approved by a second person.', 'Let another person approve it first.'],
    [cite('CF', 34)],
  ),
  fineNotWeighed: entry(
    409,
    ['还没有做裁量。', '请先在“裁量”一栏提出罚款并说明情节。'],
    ['The fine has not been weighed yet.', 'Propose it with its factors first.'],
    [cite('CF', 34)],
  ),
  networkRuleUnreadable: entry(
    422,
    ['看不懂网络案件的分级规则：{part}', '请按“名称: 字段>=数字 & 字段>=数字; 名称: …”填写。'],
    ['The rule of network cases cannot be read: {part}', 'Write “name: field>=number & field>=number; name: …”.'],
  ),
  weighingUnknown: entry(
    404,
    ['没有这次裁量。', '请刷新以后再看。'],
    ['There is no such weighing.', 'Reload and look again.'],
  ),
  priceListUnknown: entry(404, ['没有这份价格表。', '请核对版本。'], ['There is no such list.', 'Check its version.']),
  priceListApproved: entry(
    409,
    ['这份价格表已经启用。', '启用以后不再修改；有新的，另行导入。'],
    ['This list is in use.', 'It is never changed; read in the next one.'],
  ),
  priceListOwn: entry(
    403,
    ['导入的人不能核对。', '请另一人对照原件核对。'],
    ['Who read it in does not compare it.', 'Another person does.'],
  ),
  priceListKnown: entry(
    409,
    ['这个版本的价格表已经导入过。', '价格有变的，请用新的版本号导入。'],
    ['A list of this version exists.', 'Import changed prices under a new version.'],
  ),
  priceListUnreadable: entry(
    422,
    [
      '价格表第 {line} 行读不出来：{what}',
      '列名为 source,kind,brand,yuan；品牌为空的是平均价格。改好再导入，没有写入任何内容。',
    ],
    [
      'Line {line} of the list cannot be read: {what}',
      'Columns: source,kind,brand,yuan; an empty brand is an average. Nothing was taken in.',
    ],
  ),
}
