import { cite } from '#kernel/citation'
import type { ServiceDefinition } from './service.ts'

/** 补办 (S205 §11): the word of the holder is enough for a loss; a newspaper notice is never asked for (reference §2.2). */
export const reissue: ServiceDefinition = {
  code: 'reissue',
  name: { zh: '补办', en: 'Reissue' },
  detail: { zh: '许可证丢了或者坏了', en: 'The licence is lost or damaged' },
  itemCode: '许可-00977-004',
  applyType: '1006',
  basis: [cite('S205', 11)],
  channels: ['terminal', 'online', 'window', 'helper'],
  questions: [
    {
      key: 'cause',
      kind: 'choice',
      title: { zh: '许可证怎么了？', en: 'What happened to the licence?' },
      options: [
        {
          value: 'lost',
          zh: '丢了',
          en: 'Lost',
          detail: { zh: '不用登报，您说明一下就可以', en: 'No newspaper notice; your word is enough' },
        },
        {
          value: 'damaged',
          zh: '坏了',
          en: 'Damaged',
          detail: { zh: '领新证时交回旧证', en: 'Hand the old one back when you get the new one' },
        },
      ],
    },
    {
      key: 'which',
      kind: 'choice',
      sharesPage: true,
      title: { zh: '补哪一本？', en: 'Which one?' },
      options: [
        { value: 'both', zh: '正本和副本', en: 'Both' },
        { value: 'original', zh: '正本（挂墙上的）', en: 'The one for the wall' },
        { value: 'duplicate', zh: '副本（随身带的）', en: 'The one to carry' },
      ],
    },
  ],
  rules: ['holder', 'consent', 'document', 'method', 'state', 'duplicate', 'holds', 'helperLimit'],
  licenceEvent: 'reissue',
  newFace: true,
  stepUp: true,
  automatic: true,
}
