import { cite } from '#kernel/citation'
import type { ServiceDefinition } from './service.ts'

/** 恢复营业: same holder, same address; the copies kept by the bureau go back and supply begins again. */
export const resume: ServiceDefinition = {
  code: 'resume',
  name: { zh: '恢复营业', en: 'Resumption' },
  detail: { zh: '停业结束，重新开始卖烟', en: 'The suspension ends, trade begins again' },
  itemCode: '许可-00977-007',
  applyType: '1005',
  basis: [cite('S205', 23), cite('S37', 10)],
  channels: ['terminal', 'online', 'window', 'helper'],
  questions: [
    {
      key: 'same',
      kind: 'choice',
      title: { zh: '店还是原来的地方、原来的人吗？', en: 'Is it still the same place and the same operator?' },
      options: [
        { value: 'same', zh: '都没有变', en: 'Nothing has changed' },
        { value: 'placeChanged', zh: '地方变了', en: 'The place has changed' },
        { value: 'operatorChanged', zh: '经营者变了', en: 'The operator has changed' },
      ],
    },
  ],
  rules: [
    'holder',
    'consent',
    'document',
    'method',
    'state',
    'duplicate',
    'suspendedTerm',
    'unchanged',
    'business',
    'holds',
    'helperLimit',
  ],
  licenceEvent: 'resume',
  newFace: false,
  stepUp: false,
  automatic: true,
}
