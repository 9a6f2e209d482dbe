import { type ServiceCode, serviceCodes } from '../rules/services/service.ts'
import type { Bureau } from './bureau.ts'
import type { PaperBlock, PaperFacts, PaperFile, PaperKind } from './paper.ts'
import { catalogue } from './texts/catalogue.ts'
import { deemedRenewal, denial, statementNotice } from './texts/decisions.ts'
import {
  hearingCall,
  hearingNotice,
  hearingRecord,
  notRequired,
  partyNotice,
  siteCheckOrder,
} from './texts/examination.ts'
import { grant } from './texts/grants.ts'
import { acceptance, correction, extension, lapse, notAccepted, receipt, withdrawal } from './texts/procedure.ts'
import { siteCheckRecord, siteSurvey } from './texts/site-check.ts'
import { decisionTitles } from './titles.ts'

interface Kind<K extends PaperKind> {
  /** As in the table of events (`document`). */
  readonly title: string
  /** The part of the document number that names the kind. */
  readonly mark: string
  readonly compose: (file: PaperFile, facts: PaperFacts[K], bureau: Bureau) => PaperBlock[]
}

type GrantKinds = { readonly [K in `${ServiceCode}Grant`]: Kind<K> }
type DenialKinds = { readonly [K in `${ServiceCode}Denial`]: Kind<K> }

/** 决定书 of each service: the title a bureau uses, a series of its own. */
function grantKinds(): GrantKinds {
  const rows = serviceCodes.map(code => {
    const { title, mark } = decisionTitles[code].grant
    return [`${code}Grant`, { title, mark, compose: grant }]
  })
  return Object.fromEntries(rows) as GrantKinds
}

function denialKinds(): DenialKinds {
  const rows = serviceCodes.map(code => {
    const { title, mark } = decisionTitles[code].denial
    return [`${code}Denial`, { title, mark, compose: denial }]
  })
  return Object.fromEntries(rows) as DenialKinds
}

/** 文书种类: one row a kind; numbering, title and words are read from here. */
export const paperKinds: { readonly [K in PaperKind]: Kind<K> } = {
  receipt: { title: '收件通知书', mark: '收', compose: receipt },
  acceptance: { title: '受理行政许可通知书', mark: '受', compose: acceptance },
  correction: { title: '一次性告知（补正）通知书', mark: '补', compose: correction },
  notAccepted: { title: '不予受理通知书', mark: '不受', compose: notAccepted },
  lapse: { title: '终止办理告知书', mark: '终', compose: lapse },
  withdrawal: { title: '撤回确认书', mark: '撤', compose: withdrawal },
  notRequired: { title: '不受理告知书', mark: '无需', compose: notRequired },
  siteCheckOrder: { title: '实地核查通知书', mark: '核通', compose: siteCheckOrder },
  siteCheckRecord: { title: '实地核查记录表', mark: '核记', compose: siteCheckRecord },
  siteSurvey: { title: '勘察表', mark: '勘', compose: siteSurvey },
  partyNotice: { title: '利害关系人权利告知书', mark: '利告', compose: partyNotice },
  hearingNotice: { title: '听证告知书', mark: '听告', compose: hearingNotice },
  hearingCall: { title: '听证通知书', mark: '听通知', compose: hearingCall },
  hearingRecord: { title: '听证笔录', mark: '听录', compose: hearingRecord },
  extension: { title: '延长审批期限通知书', mark: '延期', compose: extension },
  statementNotice: { title: '陈述申辩告知书', mark: '告', compose: statementNotice },
  ...grantKinds(),
  ...denialKinds(),
  deemedRenewal: { title: '视为准予延续确认书', mark: '视延', compose: deemedRenewal },
  catalogue: { title: '卷内目录', mark: '卷', compose: catalogue },
}

/** 恩烟许准延〔2026〕第1号 */
export function paperNumber(kind: PaperKind, year: number, serial: number, numberMark: string): string {
  return `${numberMark}${paperKinds[kind].mark}〔${year}〕第${serial}号`
}
