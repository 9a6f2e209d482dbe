import { cite } from '#kernel/citation'
import type { ServiceDefinition } from './service.ts'

/** 延续 (reference §2.2): nothing is asked that is not known; the window and the record decide who looks. */
export const renewal: ServiceDefinition = {
  code: 'renewal',
  name: { zh: '延续', en: 'Renewal' },
  detail: { zh: '许可证快到期了，接着经营', en: 'The licence is about to run out and you go on' },
  itemCode: '许可-00977-002',
  applyType: '1003',
  basis: [cite('XK', 50), cite('S37', 32)],
  channels: ['terminal', 'online', 'window', 'helper'],
  questions: [],
  rules: [
    'holder',
    'consent',
    'document',
    'method',
    'state',
    'window',
    'duplicate',
    'suspendedTerm',
    'business',
    'schools',
    'sharedAddress',
    'severalLicences',
    'holds',
    'disqualified',
    'amounts',
    'premises',
    'helperLimit',
    'siteCheck',
  ],
  licenceEvent: 'renew',
  newFace: true,
  stepUp: false,
  automatic: true,
}
