import { type FindingText, officer, text } from './words.ts'

/** Findings about what is asked for. */
export const requestTexts = {
  'C01.simple': text('变更的是{items}，您说了就可以改。', 'You change {itemsEn}; your word is enough.'),
  'C01.person': text('变更的是{items}，要由工作人员核对。', 'You change {itemsEn}; an officer checks it.', officer),
  'C01.move': text('店搬了地方，不能办变更，要申请新办。', 'A shop that has moved needs a new licence, not a change.', {
    zh: '请到窗口或者用手机申请新办；旧证办理歇业。',
    en: 'Apply for a new licence at the counter or by phone, and close the old one.',
  }),
  'C01.subject': text(
    '换了经营主体，不能办变更，要申请新办。',
    'Another person or company needs a new licence, not a change.',
    {
      zh: '请新的经营者到窗口或者用手机申请新办；旧证办理歇业。',
      en: 'The new operator applies at the counter or by phone; the old licence is closed.',
    },
  ),
  'C02.same': text('经营场所和经营者都没有变。', 'Place and operator are the same.'),
  'C02.place': text(
    '店搬了地方，不能恢复营业，要申请新办。',
    'A shop that has moved cannot resume; it needs a new licence.',
    {
      zh: '请到窗口或者用手机申请新办；旧证办理歇业。',
      en: 'Apply for a new licence at the counter or by phone, and close the old one.',
    },
  ),
  'C02.operator': text('经营者变了，要由工作人员核对。', 'The operator has changed; an officer checks it.', officer),
  'N01.met': text('资金和经营场所的条件，您说都具备。', 'You say that funds and premises are in order.'),
  'N01.missing': text('还缺：{missing}。', 'Missing: {missingEn}.', officer),
  'N02.person': text(
    '新办要由两名工作人员实地核查后决定。',
    'A new licence is decided after two officers have seen the premises.',
    {
      zh: '工作人员会在受理后联系您，约定上门时间。',
      en: 'An officer calls you after acceptance to agree on a time.',
    },
  ),
} as const satisfies Record<string, FindingText>
