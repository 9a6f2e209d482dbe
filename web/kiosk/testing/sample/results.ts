import type { ApplicationRow, CheckResult, Progress } from '#contract/licensing'
import { duplicate, passed, toPerson } from './findings.ts'
import { licence } from './licences.ts'

export const granted: CheckResult = {
  applicationNo: '440785-YX-20261123-000018',
  checkCode: 'K7M4QX',
  outcome: 'grant',
  state: 'decidedGrant',
  headline: '准予延续。新的有效期到2032年1月19日（周一）。',
  headlineEn: 'Renewed. The new term ends on 2032-01-19.',
  nextSteps: [
    {
      text: '新的许可证现在就可以打印，电子证照同时更新。',
      textEn: 'You can print the new licence now; the e-licence is updated too.',
      by: null,
    },
    {
      text: '原来的许可证到期后自然失效，不用交回。',
      textEn: 'The old licence ends by itself; keep or discard it.',
      by: null,
    },
  ],
  findings: [...passed],
  licence: { ...licence, validFrom: '2027-01-20', validTo: '2032-01-19', version: 4 },
  receivedAt: '2026-11-23T02:05:00Z',
}

export const forPerson: CheckResult = {
  ...granted,
  applicationNo: '440785-YX-20261123-000019',
  outcome: 'person',
  state: 'accepted',
  headline: '申请已经收到，由工作人员核对后决定',
  headlineEn: 'Your application was received; a member of staff will decide',
  nextSteps: [
    {
      text: '工作人员核对后作出决定，结果打您登记的电话告诉您',
      textEn: 'A member of staff decides and calls you',
      by: '2026-12-03',
    },
    {
      text: '期限内没有决定的，按法律视为准予延续。',
      textEn: 'Without a decision in time the renewal counts as granted by law.',
      by: null,
    },
  ],
  findings: [...toPerson, ...passed],
  licence,
}

export const stopped: CheckResult = {
  ...forPerson,
  outcome: 'stop',
  state: 'draft',
  headline: '这张许可证已经有一件延续在办，没有再收一件',
  headlineEn: 'A renewal of this licence is already in progress; no second one was taken',
  nextSteps: [
    { text: '不用重复提交，请等原来那件的结果', textEn: 'Please wait for the first result', by: '2026-12-02' },
  ],
  findings: [duplicate],
}

export const applications: readonly ApplicationRow[] = [
  {
    applicationNo: '440785-YX-20261120-000007',
    service: 'renewal',
    serviceLabel: '延续',
    licenceNo: licence.licenceNo,
    shopName: licence.shopName,
    townName: '沙湖镇',
    state: 'reviewing',
    stateLabel: '审查中',
    outcome: 'person',
    receivedAt: '2026-11-20T03:00:00Z',
    clock: { kind: 'decision', label: '决定期限', dueOn: '2026-12-02', workingDaysLeft: 7, tone: 'calm', basis: [] },
    nextStep: '工作人员正在核对，请保持电话畅通。',
    canWithdraw: true,
    flags: [],
  },
]

export const progress: Progress = {
  ...{ applicationNo: 'R20261123-000018', serviceLabel: '变更', serviceLabelEn: 'Change', rated: false },
  ...{ stateLabel: '审核中', stateLabelEn: 'Being examined', receivedAt: '2026-11-23T02:05:00Z' },
  ...{ dueLabel: '作出决定', dueLabelEn: 'Decision', dueOn: '2026-12-03' },
  ...{ nextStep: '工作人员审核', nextStepEn: 'An officer examines it' },
}
