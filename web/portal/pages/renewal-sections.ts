import type { Section } from './section.tsx'

/** What a retailer asks before a renewal (延续). The days are those of the law and of the sector's rules. */
export const renewalSections: readonly Section[] = [
  {
    head: { zh: '什么时候办', en: 'When' },
    lines: [
      { zh: '有效期届满前 90 日起可以办。', en: 'From 90 days before the term ends.' },
      { zh: '须在届满 30 日以前提出。', en: 'The application must be made at least 30 days before the term ends.' },
      {
        zh: '晚了也可以提交，由工作人员审查；不会由机器直接拒绝。',
        en: 'A late application is still taken; a person looks at it, and no machine refuses it.',
      },
    ],
    basis: [
      { instrument: 'XK', article: 50 },
      { instrument: 'S37', article: 32 },
    ],
  },
  {
    head: { zh: '带什么', en: 'What to bring' },
    lines: [
      { zh: '本人的居民身份证。', en: 'Your own resident identity card.' },
      {
        zh: '营业执照等材料由发证机关通过数据共享核对，不用带；核对不到的会告诉您。',
        en: 'The business licence and the rest are checked by data sharing; you are told if that fails.',
      },
      {
        zh: '别人代办的，带授权委托书和代办人的身份证，到窗口办理。',
        en: 'An agent brings a power of attorney and the own identity card to the window.',
      },
    ],
    basis: [{ instrument: 'ZX', article: 7 }],
  },
  {
    head: { zh: '在哪里办', en: 'Where' },
    lines: [
      {
        zh: '村（居）和便民服务中心的自助终端，场所开放时都可以办。',
        en: 'At the self-service terminals in villages and service centres, whenever these are open.',
      },
      {
        zh: '发证机关的窗口一直开着，可以不用机器。',
        en: 'The window of the bureau stays open; nobody has to use a machine.',
      },
    ],
    basis: [{ instrument: 'YH', article: 37 }],
  },
  {
    head: { zh: '怎么办', en: 'How' },
    lines: [
      { zh: '选“延续”，把身份证放在读卡区。', en: 'Choose renewal and lay the card on the reader.' },
      {
        zh: '核对店名、地址、电话，在屏幕上签名，提交。',
        en: 'Check name, address and telephone, sign on the screen, submit.',
      },
      {
        zh: '核对都通过的，当场准予、当场打印；需要人看的，会告诉您哪一条、几天内答复。',
        en: 'If all checks pass, it is granted and printed at once; otherwise you are told what a person must look at and by when.',
      },
    ],
  },
  {
    head: { zh: '要几天', en: 'How long' },
    lines: [
      {
        zh: '受理后 8 个工作日内决定；需要延长的，最多再加 4 个工作日，并告诉您理由。',
        en: 'Decided within 8 working days after acceptance; at most 4 more with reasons given.',
      },
      {
        zh: '材料要补的，5 个工作日内一次告诉您。',
        en: 'If something is missing, you are told once and completely within 5 working days.',
      },
      {
        zh: '按时提出、届满还没有决定的，视为准予延续。',
        en: 'If a timely application is undecided when the term ends, the renewal counts as granted.',
      },
    ],
    basis: [
      { instrument: 'XK', article: 32 },
      { instrument: 'XK', article: 42 },
      { instrument: 'XK', article: 50, paragraph: 2 },
      { instrument: 'S205', article: 46 },
    ],
  },
  {
    head: { zh: '收费吗', en: 'Fees' },
    lines: [{ zh: '不收费。', en: 'None.' }],
    basis: [{ instrument: 'XK', article: 58 }],
  },
  {
    head: { zh: '没有准予怎么办', en: 'If it is not granted' },
    lines: [
      {
        zh: '拟不予延续的，先听您陈述、申辩，由两个人审核、决定，并写明理由。',
        en: 'Before a refusal you are heard; two persons review and decide, with written reasons.',
      },
      {
        zh: '不服的，可以在 60 日内申请行政复议，或者在 6 个月内提起行政诉讼。',
        en: 'You may ask for reconsideration within 60 days or sue within 6 months.',
      },
    ],
    basis: [
      { instrument: 'XK', article: 38 },
      { instrument: 'FY', article: 20 },
      { instrument: 'SS', article: 46 },
    ],
  },
]
