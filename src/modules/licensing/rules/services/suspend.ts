import { cite } from '#kernel/citation'
import { addIsoDays, addIsoMonths } from '#kernel/iso-day'
import { type Answers, type Known, said } from './question.ts'
import type { ServiceDefinition, Words } from './service.ts'

const suspendReasons = [
  { value: 'renovation', zh: '店面装修', en: 'The shop is being refitted' },
  { value: 'illness', zh: '生病或者照顾家人', en: 'Illness, or care for the family' },
  { value: 'away', zh: '外出', en: 'Away from home' },
  { value: 'lease', zh: '租约未定', en: 'The lease is not settled' },
  { value: 'other', zh: '其他原因', en: 'Another reason' },
] as const

const lengths: readonly (Words & { readonly months: number })[] = [
  { months: 1, zh: '1个月', en: '1 month' },
  { months: 2, zh: '2个月', en: '2 months' },
  { months: 3, zh: '3个月', en: '3 months' },
  { months: 6, zh: '6个月', en: '6 months' },
  { months: 12, zh: '1年', en: '1 year' },
]

const firstDay = (answers: Answers, known: Known): string => said(answers, 'from') ?? addIsoDays(known.today, 1)

/** 停业 (S205 §23): from one month up to one year in all; supply stops for the whole time. */
export const suspend: ServiceDefinition = {
  code: 'suspend',
  name: { zh: '停业', en: 'Suspension' },
  detail: { zh: '暂时不卖烟，一个月以上、一年以内', en: 'No tobacco sold for one month up to one year' },
  itemCode: '许可-00977-005',
  applyType: '1004',
  basis: [cite('S205', 23)],
  channels: ['terminal', 'online', 'window', 'helper'],
  questions: [
    {
      key: 'from',
      kind: 'date',
      title: { zh: '从哪一天开始停业？', en: 'From which day?' },
      hint: { zh: '从这一天起停止供货，不能卖烟。', en: 'From this day nothing is supplied and nothing may be sold.' },
      earliest: (_, known) => addIsoDays(known.today, 1),
      latest: (_, known) => addIsoDays(known.today, 60),
      presets: (_, known) => [
        { day: addIsoDays(known.today, 1), zh: '明天', en: 'Tomorrow' },
        { day: addIsoDays(known.today, 7), zh: '一周后', en: 'In a week' },
        { day: `${addIsoMonths(known.today, 1).slice(0, 8)}01`, zh: '下月1日', en: 'The 1st of next month' },
      ],
    },
    {
      key: 'to',
      kind: 'date',
      title: { zh: '停业到哪一天？', en: 'Until which day?' },
      hint: {
        zh: '不到一个月的不用申请；最长一年。想早点恢复，可以提前申请恢复营业。',
        en: 'Less than a month needs no application; a year is the most. You may apply to resume earlier.',
      },
      earliest: (answers, known) => addIsoDays(addIsoMonths(firstDay(answers, known), 1), -1),
      latest: (answers, known) => addIsoDays(firstDay(answers, known), known.maximumDays - 1),
      presets: (answers, known) =>
        lengths.map(({ months, zh, en }) => ({
          day: addIsoDays(addIsoMonths(firstDay(answers, known), months), -1),
          zh,
          en,
        })),
    },
    { key: 'reason', kind: 'choice', title: { zh: '为什么停业？', en: 'Why?' }, options: suspendReasons },
  ],
  rules: ['holder', 'consent', 'document', 'method', 'state', 'duplicate', 'suspension', 'holds', 'helperLimit'],
  licenceEvent: 'suspend',
  newFace: false,
  stepUp: false,
  automatic: true,
}
