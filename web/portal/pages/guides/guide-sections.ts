import { services } from '#contract/licensing'
import type { Guided } from '../../app/address.ts'
import type { Section } from '../section.tsx'

type Line = Section['lines'][number]

/** 先看条件: what is not already in the questions (reference §2.2). */
const before: Readonly<Record<Guided, readonly Line[]>> = {
  change: [
    {
      zh: '店名、经营者等营业执照上的内容，先到市场监管部门改好，再来变更许可证。',
      en: 'What stands on the business licence is changed at the market regulator first.',
    },
    {
      zh: '店搬了地方，或者换成别人经营，不是变更，要申请新办。',
      en: 'A move, or another person, is no change: that needs a new licence.',
    },
  ],
  suspend: [
    { zh: '停一个月以上、一年以内的，停之前申请。', en: 'For one month up to one year; apply before you stop.' },
    { zh: '停不到一个月的，不用申请。', en: 'For less than a month nothing is needed.' },
  ],
  resume: [
    {
      zh: '停业到期以前申请；想早点恢复，也可以提前申请。',
      en: 'Apply before the suspension ends, or earlier if you like.',
    },
  ],
  reissue: [
    { zh: '许可证还在有效期里。', en: 'The licence is still valid.' },
    { zh: '电子许可证和纸质的一样有效，不一定要补。', en: 'The electronic licence is as valid as paper.' },
  ],
  close: [
    {
      zh: '歇业后许可证注销，不能恢复；只是暂时不卖的，可以申请停业。',
      en: 'The licence is cancelled for good; for a pause, apply for a suspension.',
    },
  ],
}

const bring: Section = {
  head: { zh: '带什么', en: 'What to bring' },
  lines: [
    { zh: '本人的居民身份证，别的不用带。', en: 'Your own identity card, nothing else.' },
    {
      zh: '别人代办的，带授权委托书和代办人的身份证，到窗口办理。',
      en: 'An agent brings a power of attorney and the own identity card to the window.',
    },
  ],
  basis: [{ instrument: 'ZX', article: 7 }],
}

/** A change of the door number is the one that needs a paper (reference §2.4). */
const bringForChange: Section = {
  ...bring,
  lines: [
    { zh: '本人的居民身份证。', en: 'Your own identity card.' },
    {
      zh: '改了的营业执照由本局查，不用带；门牌重新编号的，有门牌证明的带上。',
      en: 'The changed business licence is looked up by us; for a new door number bring the certificate if you have it.',
    },
    ...bring.lines.slice(1),
  ],
}

const where: Section = {
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
}

const howLong: Section = {
  head: { zh: '要几天', en: 'How long' },
  lines: [
    {
      zh: '核对都通过的，当场办好；需要人看的，受理后 8 个工作日内决定，延长最多再加 4 个工作日，并告诉您理由。',
      en: 'At once if all checks pass; otherwise within 8 working days after acceptance, at most 4 more with reasons.',
    },
    {
      zh: '材料要补的，5 个工作日内一次告诉您。',
      en: 'If something is missing, you are told once and completely within 5 working days.',
    },
  ],
  basis: [
    { instrument: 'XK', article: 32 },
    { instrument: 'XK', article: 42 },
    { instrument: 'S205', article: 46 },
  ],
}

const fees: Section = {
  head: { zh: '收费吗', en: 'Fees' },
  lines: [{ zh: '不收费。', en: 'None.' }],
  basis: [{ instrument: 'XK', article: 58 }],
}

/** 会问什么: from the definition, so that the guide cannot promise other questions than the machine asks. */
const asked = (service: Guided): Section => ({
  head: { zh: '会问您什么', en: 'What you are asked' },
  lines: services[service].questions
    .filter(question => !('applies' in question && question.applies))
    .map(({ title, hint }) => ({
      zh: hint ? `${title.zh}${hint.zh}` : title.zh,
      en: hint ? `${title.en} ${hint.en}` : title.en,
    })),
})

export const guideSections = (service: Guided): readonly Section[] => [
  { head: { zh: '先看条件', en: 'First' }, lines: before[service], basis: services[service].basis },
  service === 'change' ? bringForChange : bring,
  asked(service),
  where,
  howLong,
  fees,
]
