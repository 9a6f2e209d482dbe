import { formatDateZh } from '#kernel/dates'
import type { CheckResult } from '../../contract.ts'
import type { RenewalWindow } from './window.ts'

type Step = CheckResult['nextSteps'][number]

/** Due days as far as they can be counted; null = the holidays of that year are not published yet. */
export interface DueDays {
  readonly accept: Temporal.PlainDate | null
  readonly serve: Temporal.PlainDate | null
  readonly promisedDays: number
}

interface ResultWords {
  readonly headline: string
  readonly headlineEn: string
  readonly nextSteps: Step[]
}

/** 准予: what the retailer reads first, then what to do. */
export function grantedWords(validTo: Temporal.PlainDate, due: DueDays): ResultWords {
  return {
    headline: `准予延续。新的有效期到${formatDateZh(validTo)}。`,
    headlineEn: `Renewed. The new term ends on ${validTo}.`,
    nextSteps: [
      step('电子许可证已经生效，现在就可以打印。', 'The electronic licence is in force; you can print it now.', null),
      step(
        '不打印的，纸质许可证会送到店里。',
        'If you do not print it, the paper licence will be brought to the shop.',
        due.serve,
      ),
    ],
  }
}

/** 转人工: received, who looks, and by when. */
export function personWords(window: RenewalWindow, validTo: Temporal.PlainDate, due: DueDays): ResultWords {
  return {
    headline: '申请已经收到，转工作人员核对。',
    headlineEn: 'Your application is received. An officer will check a few points.',
    nextSteps: [
      step(
        '工作人员受理，需要补充材料的会一次说清。',
        'An officer accepts it, or tells you once what is missing.',
        due.accept,
      ),
      step(
        `受理后${due.promisedDays}个工作日内作出决定，结果会通知您。`,
        `The decision follows within ${due.promisedDays} working days of acceptance; you will be told.`,
        null,
      ),
      lastStep(window, validTo),
    ],
  }
}

function lastStep({ kind }: RenewalWindow, validTo: Temporal.PlainDate): Step {
  if (kind === 'open')
    return step(
      `您是按时申请的。届满前没有作出决定的，依法视为准予延续。`,
      'You applied in time. If nothing is decided before expiry, the renewal is granted by law.',
      validTo,
    )
  if (kind === 'expired')
    return step(
      '许可证已过有效期，决定之前请不要经营卷烟。',
      'The licence has run out; please do not trade in tobacco before the decision.',
      null,
    )
  return step(
    '许可证在届满日之前仍然有效，可以正常经营。',
    'The licence stays valid until its last day; you may trade as usual.',
    validTo,
  )
}

const step = (text: string, textEn: string, by: Temporal.PlainDate | null): Step => ({
  text,
  textEn,
  by: by?.toString() ?? null,
})
