import { actorLabel } from '#kernel/actor'
import { maskName, maskPhone } from '#kernel/masking'
import { describeCounterSession, describeSession } from '#modules/access'
import { findRetailer } from '#modules/registry'
import type { Tx } from '#platform/database'
import { answersOf } from '../actions/answers-of.ts'
import { documentLines } from '../actions/documents/document-list.ts'
import { agentInWords } from '../actions/mandate/mandate-view.ts'
import type { Setting } from '../actions/setting.ts'
import { stepFactsOf } from '../actions/step-facts.ts'
import type { Officer } from '../actions/take-step.ts'
import type { ApplicationDetail } from '../contract.ts'
import { paperKinds } from '../papers/kinds.ts'
import type { PaperKind } from '../papers/paper.ts'
import { eventLabel } from '../rules/application/events.ts'
import { partyAnswers, partyRelations } from '../rules/application/interest.ts'
import { materialsOf } from '../rules/application/materials.ts'
import { fileRow } from '../rules/application/row.ts'
import { officerSteps } from '../rules/application/step-guards.ts'
import { channelLabels, deliverLabels, requestInWords } from '../rules/services/in-words.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import { listDocuments } from '../store/documents.ts'
import { type PartyRow, readInterest } from '../store/interested-parties.ts'
import { findAgentOf } from '../store/mandates.ts'
import { type ApplicationRecord, findProposal } from '../store.ts'
import { listColleagues, listCosigners } from './colleagues.ts'
import { needsOfFile } from './document-list.ts'
import { getFileParts, namesOfStaff, type TimelineLine } from './file-parts.ts'
import { findFile } from './files.ts'
import { readCard } from './my-licences.ts'
import { listPapers } from './paper-page.ts'

/** 办件页: everything an officer decides by, with the steps this officer may take now. A dozen statements. */
export async function readApplicationDetail(
  tx: Tx,
  asked: { readonly applicationNo: string; readonly by: Officer; readonly today: Temporal.PlainDate },
  setting: Setting,
): Promise<ApplicationDetail | undefined> {
  const { applicationNo, by, today } = asked
  const file = await findFile(tx, applicationNo)
  if (!file) return undefined
  const { licenceNo } = file
  const licence = licenceNo === null ? undefined : await readCard(tx, licenceNo, today, setting)
  const { timeline, run, sealed } = await getFileParts(tx, applicationNo)
  // At the window the person stood before an officer, elsewhere before a machine.
  const session =
    file.channel === 'window'
      ? await describeCounterSession(tx, sealed.sessionId, setting.keyring)
      : await describeSession(tx, sealed.sessionId, setting.keyring)
  const retailer = licenceNo === null ? undefined : await findRetailer(tx, licenceNo)
  const agent = await findAgentOf(tx, applicationNo)
  const proposal = await findProposal(tx, applicationNo)
  const papers = await listPapers(tx, applicationNo)
  const interest = await readInterest(tx, applicationNo)
  const cosigners = file.state === 'cosigning' ? await listCosigners(tx, applicationNo) : []
  const stepFacts = stepFactsOf(file, { proposal, today, cosigners, interest }, setting)
  const names = await namesOfStaff(
    tx,
    [
      ...timeline.map(line => line.by),
      proposal?.proposedBy ?? '',
      file.handler ?? '',
      ...cosigners.map(one => one.by),
      file.helperId === null ? '' : `staff:${file.helperId}`,
    ].flatMap(staffIdOf),
  )
  const nameOf = (actor: string) => names.get(staffIdOf(actor)[0] ?? '') ?? actorWord(actor)
  return {
    ...fileRow(file, { today, policy: setting.policy.clocks, calendar: setting.calendar }),
    version: file.version,
    licence: licence ?? null,
    request: requestInWords(file.service, answersOf(file, setting.keyring), {
      before: licence,
      townName: file.townName,
    }),
    deliver: {
      mode: file.deliverMode,
      label: deliverLabels[file.deliverMode].zh,
      labelEn: deliverLabels[file.deliverMode].en,
    },
    helper: file.helperId === null ? null : nameOf(`staff:${file.helperId}`),
    applicant: {
      nameMasked: maskName((agent ? licence?.operatorName : session?.name) ?? licence?.operatorName ?? ''),
      idNoMasked: agent?.principalIdMasked ?? session?.idNoMasked ?? retailer?.operatorIdMasked ?? '',
      phoneMasked: retailer?.phoneMasked ?? phoneOf(file, setting.keyring),
      method: methodWords[file.method] ?? file.method,
    },
    agent: agent ? agentInWords(agent, setting.keyring) : null,
    channel: channelLabels[file.channel].zh,
    channelEn: channelLabels[file.channel].en,
    terminal: session && 'terminalName' in session ? session.terminalName : null,
    timeline: timeline.map(line => timelineRow(line, { nameOf, service: file.service })),
    materials: materialsOf({
      service: file.service,
      consentVersion: file.consentVersion,
      method: file.method,
      findings: run?.findings ?? [],
      lines: documentLines(await needsOfFile(tx, file, setting), await listDocuments(tx, { applicationNo })),
    }),
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
    steps: officerSteps(stepFacts, by),
    parties: interest.parties.map((party, nth) =>
      partyView(party, stepFacts.interest.parties[nth]?.until ?? null, setting.keyring),
    ),
    handler: file.handler === null ? null : { name: nameOf(file.handler), mine: file.handler === actorLabel(by) },
    cosigners: cosigners.map(one => ({ name: nameOf(one.by), answered: one.answered })),
    colleagues: (await listColleagues(tx, file.areaCode)).map(one => ({ ...one, roles: [...one.roles] })),
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

/** 新办 has no shop on the register yet: the number given with the application. */
const phoneOf = (
  { phoneSealed }: Pick<ApplicationRecord, 'phoneSealed'>,
  keyring: Setting['keyring'],
): string | null => (phoneSealed === null ? null : maskPhone(keyring.openField(phoneSealed)))

function partyView(
  party: PartyRow,
  until: Temporal.PlainDate | null,
  keyring: Setting['keyring'],
): ApplicationDetail['parties'][number] {
  const { id, toldOn, answer, answerSealed } = party
  const relation = partyRelations[party.relation]
  const said = answer && partyAnswers[answer]
  return {
    id,
    relation: relation.zh,
    relationEn: relation.en,
    nameMasked: maskName(keyring.openField(party.nameSealed)),
    toldOn,
    until: until?.toString() ?? null,
    answer: said?.zh ?? null,
    ...(said ? { answerEn: said.en } : {}),
    words: answerSealed === null ? '' : keyring.openField(answerSealed),
  }
}

const methodWords: Readonly<Record<string, string>> = {
  card: '身份证读卡',
  cardCode: '身份证读卡加短信验证码',
  counter: '窗口核对身份证',
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
  { nameOf, service }: { nameOf: (actor: string) => string; service: ServiceCode },
): ApplicationDetail['timeline'][number] {
  const { zh, en } = eventLabel(event, service)
  return { at, event, label: zh, labelEn: en, by: nameOf(by), note }
}
