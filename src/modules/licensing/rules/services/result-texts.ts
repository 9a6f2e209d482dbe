import { formatDateZh } from '#kernel/dates'
import type { CheckResult, SubmitApplication } from '../../contract.ts'
import type { RenewalWindow } from '../renewal/window.ts'
import type { LicenceParts } from './grant.ts'
import type { ServiceDefinition, Words } from './service.ts'

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

interface Grant {
  readonly service: ServiceDefinition
  readonly licence: LicenceParts
  readonly newFace: boolean
  readonly deliver: SubmitApplication['deliver']
}

/** 准予: what the retailer reads first, then what to do. */
export function grantedWords(grant: Grant, due: DueDays): ResultWords {
  const { zh, en } = headlineOf(grant)
  return { headline: zh, headlineEn: en, nextSteps: grant.newFace ? paperSteps(grant, due) : stateSteps(grant) }
}

function headlineOf({ service, licence }: Grant): Words {
  const day = (text: string | null) => (text === null ? '' : formatDateZh(Temporal.PlainDate.from(text)))
  switch (service.code) {
    case 'renewal':
      return {
        zh: `准予延续。新的有效期到${day(licence.validTo)}。`,
        en: `Renewed. The new term ends on ${licence.validTo}.`,
      }
    case 'suspend':
      return {
        zh: `准予停业。从${day(licence.suspendedFrom)}到${day(licence.suspendedTo)}。`,
        en: `Suspended from ${licence.suspendedFrom} to ${licence.suspendedTo}.`,
      }
    case 'resume':
      return { zh: '准予恢复营业。从今天起可以卖烟。', en: 'You may trade again from today.' }
    case 'close':
      return { zh: '准予歇业。许可证已经注销。', en: 'Closed. The licence is cancelled.' }
    case 'reissue':
      return { zh: '准予补办。原来的许可证作废。', en: 'Reissued. The old copy is void.' }
    case 'change':
      return { zh: '准予变更。', en: 'Changed.' }
    case 'issue':
      return { zh: '准予许可。', en: 'Granted.' }
  }
}

const deliveries: Readonly<Record<SubmitApplication['deliver']['mode'], Words>> = {
  electronic: {
    zh: '您选择只用电子许可证，需要时可以随时打印。',
    en: 'You chose the electronic licence only; it can be printed at any time.',
  },
  pickup: { zh: '纸质许可证请到窗口领取。', en: 'Please collect the paper licence at the counter.' },
  post: { zh: '纸质许可证会邮寄给您。', en: 'The paper licence will come by post.' },
  door: { zh: '纸质许可证会送到店里。', en: 'The paper licence will be brought to the shop.' },
}

function paperSteps({ deliver }: Grant, due: DueDays): Step[] {
  const { zh, en } = deliveries[deliver.mode]
  return [
    step('电子许可证已经生效，现在就可以打印。', 'The electronic licence is in force; you can print it now.', null),
    step(zh, en, deliver.mode === 'electronic' ? null : due.serve),
  ]
}

function stateSteps({ service, licence }: Grant): Step[] {
  switch (service.code) {
    case 'suspend':
      return [
        step(
          '停业期间停止供货，不能卖烟。正本、副本请交回本局保管。',
          'Nothing is supplied and nothing may be sold. Please hand in both copies.',
          null,
        ),
        step(
          '停业结束前，请来申请恢复营业。',
          'Apply to resume before the suspension ends.',
          dayOf(licence.suspendedTo),
        ),
      ]
    case 'resume':
      return [
        step('供货已经恢复，保管的正本、副本会还给您。', 'Supply begins again; the copies kept for you go back.', null),
      ]
    case 'close':
      return [
        step(
          '从现在起不能再卖烟。正本、副本请交回本局。',
          'From now on nothing may be sold. Please hand in both copies.',
          null,
        ),
        step('以后要再经营，请重新申请。', 'To trade again later, apply for a new licence.', null),
      ]
    default:
      return [step('已经改好，许可证不用换。', 'It is done; the licence stays as it is.', null)]
  }
}

const dayOf = (day: string | null): Temporal.PlainDate | null => (day === null ? null : Temporal.PlainDate.from(day))

interface Waiting {
  readonly service: ServiceDefinition
  readonly window: Pick<RenewalWindow, 'kind'> | null
  readonly validTo: Temporal.PlainDate | null
}

/** 转人工: received, who looks, and by when. */
export function personWords({ service, window, validTo }: Waiting, due: DueDays): ResultWords {
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
      ...lastStep({ service, window, validTo }),
    ],
  }
}

function lastStep({ service, window, validTo }: Waiting): Step[] {
  if (service.code === 'issue')
    return [step('决定之前请不要经营卷烟。', 'Please do not trade in tobacco before the decision.', null)]
  if (service.code === 'suspend')
    return [step('决定之前可以照常经营。', 'You may trade as usual before the decision.', null)]
  if (service.code === 'resume')
    return [
      step('决定之前仍在停业，请不要卖烟。', 'Until the decision the suspension goes on; please do not sell.', null),
    ]
  if (window?.kind === 'open' && service.code === 'renewal')
    return [
      step(
        '您是按时申请的。届满前没有作出决定的，依法视为准予延续。',
        'You applied in time. If nothing is decided before expiry, the renewal is granted by law.',
        validTo,
      ),
    ]
  if (window?.kind === 'expired')
    return [
      step(
        '许可证已过有效期，决定之前请不要经营卷烟。',
        'The licence has run out; please do not trade in tobacco before the decision.',
        null,
      ),
    ]
  return [
    step(
      '许可证在届满日之前仍然有效，可以正常经营。',
      'The licence stays valid until its last day; you may trade as usual.',
      validTo,
    ),
  ]
}

const step = (text: string, textEn: string, by: Temporal.PlainDate | null): Step => ({
  text,
  textEn,
  by: by?.toString() ?? null,
})
