import { maskName } from '#kernel/masking'
import { describeSession } from '#modules/access'
import { findRetailer } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { Setting } from '../actions/setting.ts'
import { stepFactsOf } from '../actions/step-facts.ts'
import type { Officer } from '../actions/take-step.ts'
import type { ApplicationDetail } from '../contract.ts'
import { paperKinds } from '../papers/kinds.ts'
import type { PaperKind } from '../papers/paper.ts'
import { eventLabel } from '../rules/application/events.ts'
import { materialsOf } from '../rules/application/materials.ts'
import { fileRow } from '../rules/application/row.ts'
import { officerSteps } from '../rules/application/step-guards.ts'
import { findProposal } from '../store.ts'
import { getFileParts, namesOfStaff, type TimelineLine } from './file-parts.ts'
import { findFile } from './files.ts'
import { readCard } from './my-licences.ts'
import { listPapers } from './paper-page.ts'

/** 办件页: everything an officer decides by, with the steps this officer may take now. Eight statements. */
export async function readApplicationDetail(
  tx: Tx,
  asked: { readonly applicationNo: string; readonly by: Officer; readonly today: Temporal.PlainDate },
  setting: Setting,
): Promise<ApplicationDetail | undefined> {
  const { applicationNo, by, today } = asked
  const file = await findFile(tx, applicationNo)
  const licence = file && (await readCard(tx, file.licenceNo, today, setting))
  if (!file || !licence) return undefined
  const { timeline, run, sealed } = await getFileParts(tx, applicationNo)
  const session = await describeSession(tx, sealed.sessionId, setting.keyring)
  const retailer = await findRetailer(tx, file.licenceNo)
  const proposal = await findProposal(tx, applicationNo)
  const papers = await listPapers(tx, applicationNo)
  const names = await namesOfStaff(
    tx,
    [...timeline.map(line => line.by), proposal?.proposedBy ?? ''].flatMap(staffIdOf),
  )
  const nameOf = (actor: string) => names.get(staffIdOf(actor)[0] ?? '') ?? actorWord(actor)
  return {
    ...fileRow(file, { today, policy: setting.policy.clocks, calendar: setting.calendar }),
    version: file.version,
    licence,
    applicant: {
      nameMasked: maskName(session?.name ?? licence.operatorName),
      idNoMasked: session?.idNoMasked ?? retailer?.operatorIdMasked ?? '',
      phoneMasked: retailer?.phoneMasked ?? null,
      method: methodWords[file.method] ?? file.method,
    },
    channel: file.channel === 'terminal' ? '村级终端' : '网上',
    terminal: session?.terminalName ?? null,
    timeline: timeline.map(line => timelineRow(line, nameOf)),
    materials: materialsOf({ consentVersion: file.consentVersion, method: file.method, findings: run?.findings ?? [] }),
    trace: run && {
      runAt: run.runAt,
      ruleVersion: run.ruleVersion,
      policyVersion: run.policyVersion,
      inputsDigest: run.factsDigest,
      findings: run.findings,
    },
    papers: papers.map(({ paperId, kind, number, issuedAt }) => ({
      kind,
      number,
      at: issuedAt,
      label: paperKinds[kind as PaperKind].title,
      url: `/api/licensing/papers/${paperId}/page`,
    })),
    steps: officerSteps(stepFactsOf(file, { proposal, today }, setting), by),
    proposal: proposal
      ? {
          result: proposal.result,
          by: nameOf(proposal.proposedBy),
          at: proposal.proposedAt,
          opinion: proposal.opinion,
          reasons: [...proposal.reasons],
        }
      : null,
  }
}

const methodWords: Readonly<Record<string, string>> = {
  card: '身份证读卡',
  face: '人脸核验',
  code: '短信验证码',
  oidc: '统一身份认证',
}

const staffIdOf = (actor: string): string[] => (actor.startsWith('staff:') ? [actor.slice('staff:'.length)] : [])

function actorWord(actor: string): string {
  if (actor.startsWith('citizen:')) return '申请人'
  if (actor.startsWith('staff:')) return '工作人员'
  return '系统'
}

function timelineRow(
  { at, event, by, note }: TimelineLine,
  nameOf: (actor: string) => string,
): ApplicationDetail['timeline'][number] {
  const { zh, en } = eventLabel(event)
  return { at, event, label: zh, labelEn: en, by: nameOf(by), note }
}
