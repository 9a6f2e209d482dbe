import {
  type Channel,
  type DocumentKind,
  documentNeeds,
  documents,
  type GuideDays,
  services,
} from '#contract/licensing'
import type { Guided } from '../../app/address.ts'
import type { Section } from '../section.tsx'
import { before } from './before.ts'

type Line = Section['lines'][number]

/** The days a guide names; `…` while they are asked for, so that nothing moves when they come. Undefined: they could not be fetched. */
export type Days = Readonly<Record<keyof GuideDays, number | '…'>> | undefined

/** Law behind the conditions that is not behind the service itself. */
const beforeBasis: Partial<Record<Guided, Section['basis']>> = {
  renewal: [{ instrument: 'XK', article: 50, paragraph: 2 }],
  issue: [{ instrument: 'WB', article: 59 }],
}

const renewalTimes = (days: Days): readonly Line[] =>
  days === undefined
    ? []
    : [
        {
          zh: `有效期届满前 ${days.renewalOpens} 日起可以办，须在届满 ${days.renewalLead} 日以前提出。`,
          en: `From ${days.renewalOpens} days before the term ends, and at least ${days.renewalLead} days before it ends.`,
        },
      ]

/** 带什么: the card, and of the catalogue what the office cannot always fetch itself. */
function bring(service: Guided): Section {
  const needs = documentNeeds({
    service,
    // Every change that may be asked for: each paper then says for which.
    answers: { items: 'addressText,operator' },
    businessFetched: false,
    paperMandate: true,
  }).filter(({ kind }) => kind !== 'other')
  const law = needs.flatMap(({ kind }) => documents[kind].basis)
  return {
    head: { zh: '带什么材料', en: 'What to bring' },
    lines: [{ zh: '本人的居民身份证。', en: 'Your own resident identity card.' }, ...needs.map(paper)],
    basis: law.filter((one, at) => law.findIndex(other => JSON.stringify(other) === JSON.stringify(one)) === at),
  }
}

/** When a paper is needed at all; the others say so in their own words. */
const only: Partial<Record<DocumentKind, Line>> = {
  doorPlate: { zh: '门牌重新编号的，要', en: 'If the street was renumbered: ' },
  familyProof: { zh: '家庭成员之间换经营者的，要', en: 'If the operator changes within the family: ' },
  mandate: { zh: '别人代办的，要', en: 'If somebody else applies for you: ' },
}

function paper({ kind }: { readonly kind: DocumentKind }): Line {
  const { name, hint } = documents[kind]
  const when = only[kind] ?? { zh: '', en: '' }
  return { zh: `${when.zh}${name.zh}：${hint.zh}`, en: `${when.en}${name.en}. ${hint.en}` }
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

const doors: Readonly<Record<Channel, Line>> = {
  terminal: {
    zh: '村（居）和便民服务中心的自助终端，场所开放时都可以办：选好事项，把身份证放在读卡区，核对、签名、提交。',
    en: 'At the terminals in villages and service centres while they are open: choose, lay the card, check, sign, submit.',
  },
  online: { zh: '手机：就在这个网站上，二十四小时都可以。', en: 'On the phone: here on this site, at any hour.' },
  window: {
    zh: '发证机关的窗口，工作日开放，可以不用机器。',
    en: 'At the window of the bureau on working days; nobody has to use a machine.',
  },
  helper: { zh: '帮办员在终端旁边陪您办。', en: 'With a helper beside you at a terminal.' },
}

const where = (service: Guided): Section => ({
  head: { zh: '在哪里办', en: 'Where' },
  lines: services[service].channels.map(channel => doors[channel]),
  basis: [{ instrument: 'YH', article: 37 }],
})

/** Policy names the days; a guide that could not ask for them names none rather than old ones. */
const limits = (days: Days): readonly Line[] =>
  days === undefined
    ? [
        {
          zh: '需要人看的要几个工作日，现在没有取到；请稍后再打开这一页，或者问窗口。',
          en: 'The limits in working days could not be fetched; open this page again later, or ask at the window.',
        },
      ]
    : [
        {
          zh: `需要人看的，受理后 ${days.decide} 个工作日内决定；延长最多再加 ${days.extend} 个工作日，并告诉您理由。`,
          en: `What a person must look at is decided within ${days.decide} working days after acceptance, at most ${days.extend} more with reasons.`,
        },
        {
          zh: `材料要补的，${days.correct} 个工作日内一次告诉您。`,
          en: `If something is missing, you are told once and completely within ${days.correct} working days.`,
        },
      ]

const howLong = (service: Guided, days: Days): Section => ({
  head: { zh: '要几天', en: 'How long' },
  lines: [
    ...(services[service].automatic
      ? [{ zh: '核对都通过的，当场办好。', en: 'If all checks pass, it is done at once.' }]
      : [
          {
            zh: '要先由两名工作人员到店里核查，由人决定。',
            en: 'Two officers see the premises first, and people decide.',
          },
        ]),
    ...limits(days),
  ],
  basis: [
    { instrument: 'XK', article: 32 },
    { instrument: 'XK', article: 42 },
    { instrument: 'S205', article: 46 },
  ],
})

const fees: Section = {
  head: { zh: '收费吗', en: 'Fees' },
  lines: [{ zh: '不收费。', en: 'None.' }],
  basis: [{ instrument: 'XK', article: 58 }],
}

const ifNot: Section = {
  head: { zh: '没有准予怎么办', en: 'If it is not granted' },
  lines: [
    {
      zh: '不予许可的，写明理由，由两个人审核、决定，机器不作这样的决定。',
      en: 'A refusal has written reasons and is made by two people; no machine refuses.',
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
}

/** 办事指南 of one service, from its definition, the catalogue of papers and the days of policy. */
export const guideSections = (service: Guided, days: Days): readonly Section[] => [
  {
    head: { zh: '先看条件', en: 'First' },
    lines: service === 'renewal' ? [...renewalTimes(days), ...before.renewal] : before[service],
    basis: [...services[service].basis, ...(beforeBasis[service] ?? [])],
  },
  bring(service),
  asked(service),
  where(service),
  howLong(service, days),
  fees,
  ifNot,
]
