import { cite } from '#kernel/citation'
import type { ServiceDefinition } from './service.ts'

const closeReasons = [
  { value: 'stopTobacco', zh: '不再卖烟，店还开', en: 'No more tobacco; the shop goes on' },
  { value: 'shopCloses', zh: '店不开了', en: 'The shop closes' },
  { value: 'moving', zh: '搬到别处经营', en: 'Moving elsewhere' },
  { value: 'other', zh: '其他原因', en: 'Another reason' },
] as const

/** 歇业: final closing of the tobacco business, after which the licence is cancelled (XK §70). */
export const close: ServiceDefinition = {
  code: 'close',
  name: { zh: '歇业（注销）', en: 'Closing for good' },
  detail: { zh: '不再卖烟，注销许可证', en: 'No more tobacco; the licence is cancelled' },
  itemCode: '许可-00977-006',
  applyType: '1007',
  basis: [cite('XK', 70), cite('S37', 10)],
  channels: ['terminal', 'online', 'window', 'helper'],
  questions: [
    { key: 'reason', kind: 'choice', title: { zh: '为什么歇业？', en: 'Why?' }, options: closeReasons },
    {
      key: 'final',
      kind: 'choice',
      sharesPage: true,
      title: {
        zh: '歇业后许可证会注销，以后再卖烟要重新申请。确定吗？',
        en: 'The licence will be cancelled, and trade later needs a new one. Are you sure?',
      },
      hint: {
        zh: '只是暂时不卖的，可以申请停业，许可证还在。',
        en: 'If it is only for a time, apply for a suspension and keep the licence.',
      },
      options: [{ value: 'yes', zh: '确定歇业', en: 'Yes, close for good' }],
    },
  ],
  rules: ['holder', 'consent', 'document', 'method', 'state', 'duplicate', 'holds', 'helperLimit'],
  licenceEvent: 'close',
  newFace: false,
  stepUp: true,
  automatic: true,
}
