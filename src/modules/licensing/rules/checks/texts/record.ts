import { type FindingText, officer, text } from './words.ts'

/** Findings about the record and the switches. */
export const recordTexts = {
  'R11.single': text('经营者名下没有其他有效的许可证。', 'The operator holds no other live licence.'),
  'R11.several': text(
    '经营者名下还有{count}个有效的许可证。',
    'The operator holds {count} other live licences.',
    officer,
  ),
  'R11.household': text(
    '经营者名下没有其他许可证，但{what}与另外{count}个有效许可证相同。',
    'The operator holds no other licence, but shares the {whatEn} with {count} others.',
    {
      zh: '家人各自依法经营不受影响，由工作人员核对实际经营的人。',
      en: 'Members of a family may each trade lawfully; an officer looks who really runs the shop.',
    },
  ),
  'R11.unknown': text('未能核对经营者名下的其他许可证。', 'Other licences of the operator were not checked.', officer),
  'R12.clear': text('没有未结的案件、整顿和罚款。', 'No open case, rectification or fine.'),
  'R12.open': text('有未了结的事项：{holds}。', 'Something is still open: {holdsEn}.', {
    zh: '这不等于不予延续，由工作人员核对后决定。',
    en: 'This is not a refusal; an officer looks and decides.',
  }),
  'R13.clear': text('没有三年或者一年之内的不良记录。', 'No bar of the last one or three years is on record.'),
  'R13.found': text('档案里有：{holds}。', 'On record: {holdsEn}.', officer),
  'R14.clear': text('没有达到规定数额的违法经营记录。', 'No illegal dealing above the set amounts is on record.'),
  'R14.reached': text(
    '档案里有违法经营达到规定数额的记录。',
    'Illegal dealing above the set amounts is on record.',
    officer,
  ),
  'A01.fresh': text(
    '{days}日前做过实地核查，在{maximumDays}日以内。',
    'The last site check was {days} days ago, within {maximumDays}.',
  ),
  'A01.old': text(
    '上次实地核查是{days}日前，超过{maximumDays}日。',
    'The last site check was {days} days ago, more than {maximumDays}.',
    {
      zh: '工作人员会安排两人上门核查，并提前联系您。',
      en: 'Two officers will visit the shop and call you beforehand.',
    },
  ),
  'A01.none': text('档案里没有实地核查记录。', 'No site check is on file.', {
    zh: '工作人员会安排两人上门核查，并提前联系您。',
    en: 'Two officers will visit the shop and call you beforehand.',
  }),
  'A02.stopped': text(
    '自动准予已临时停用，由工作人员决定。',
    'Automatic granting is stopped for now; an officer decides.',
    officer,
  ),
  'A02.off': text(
    '自动准予已关闭，由工作人员决定。',
    'Automatic granting is switched off; an officer decides.',
    officer,
  ),
} as const satisfies Record<string, FindingText>
