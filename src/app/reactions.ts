import {
  actHeld,
  alarmOfClone,
  alarmOfHeldAct,
  alarmOfRevocation,
  callHelpersOnDuty,
  helpCalled,
  terminalCloned,
  terminalRevoked,
} from '#modules/access'
import { askedCase, caseMoved, caseOpened } from '#modules/cases'
import {
  caseAsked,
  creditSettingOn,
  followUpAsked,
  gradeChanged,
  holderTold,
  noteCase,
  noteLicenceEnd,
  takeFinding,
  takeVerdict,
} from '#modules/credit'
import { howLabels, receiveItem, served } from '#modules/delivery'
import {
  cartonsFound,
  findingMade,
  inspectionSettingOn,
  noteCreditClass,
  proposeFollowUp,
  proposeTask,
  rejectProposals,
  taskSettled,
} from '#modules/inspection'
import {
  clueAnswered,
  clueConverted,
  clueFactConfirmed,
  clueTaken,
  graphCollided,
  identityOpened,
  intelligenceSettingOn,
  learnAlert,
  learnCartons,
  learnClue,
  learnShop,
  takeFromCartons,
  takeFromInspection,
  takeFromVerdict,
  tellHandlers,
} from '#modules/intelligence'
import {
  applicationDecided,
  applicationSubmitted,
  applicationWithdrawn,
  decisionToServe,
  licenceFaceChanged,
  licenceIssued,
  licenceRenewed,
  licenceStateChanged,
  recordService,
  renewalDue,
  serviceRated,
  signStatusListSoon,
} from '#modules/licensing'
import { reckonReachSoon } from '#modules/metrics'
import { alertRaised, alertTriaged, judgeByVisit, noteCartonFinds, noteVisit, sayReasons } from '#modules/monitoring'
import { contactAwaited, itemGiven, itemMoved, notifySystems, tipTold } from '#modules/partners'
import { noteFace, noteLicence } from '#modules/registry'
import { on, type Reaction } from '../platform/announce.ts'
import type { Services } from '../platform/module.ts'
import { alertIntoGraph } from './alert-into-graph.ts'
import { answerToClue } from './answer-to-clue.ts'
import { caseIntoGraph } from './case-into-graph.ts'
import { caseIntoLicensing } from './case-record.ts'
import { openCaseOfClue } from './clue-cases.ts'
import {
  remindOfRenewal,
  tellContact,
  tellCredit,
  tellDecision,
  tellGrade,
  tellOpening,
  tellReceipt,
} from './messages.ts'
import { publishCertificate, reportApplied, reportDecided, reportRating, reportWithdrawn } from './reports.ts'
import { answerToTip, clueOfTip } from './tip-clues.ts'

/** The one page that joins the domains: what happens elsewhere when a fact is announced. */
export const reactionsOf = (house: Pick<Services, 'keyring' | 'config'>): readonly Reaction[] => [
  on(licenceRenewed, 'registry.noteLicence', (tx, fact) => noteLicence(tx, fact)),
  on(licenceStateChanged, 'registry.noteLicence', (tx, fact) => noteLicence(tx, fact)),
  on(licenceStateChanged, 'credit.noteLicenceEnd', (tx, fact, at) => noteLicenceEnd(tx, fact, at)),
  on(licenceIssued, 'metrics.reckonReach', tx => reckonReachSoon(tx)),
  on(licenceStateChanged, 'metrics.reckonReach', tx => reckonReachSoon(tx)),
  on(terminalRevoked, 'metrics.reckonReach', tx => reckonReachSoon(tx)),
  on(licenceRenewed, 'licensing.signStatusList', tx => signStatusListSoon(tx)),
  on(licenceIssued, 'licensing.signStatusList', tx => signStatusListSoon(tx)),
  on(licenceStateChanged, 'licensing.signStatusList', tx => signStatusListSoon(tx)),
  on(renewalDue, 'access.remindOfRenewal', (tx, fact, at) => remindOfRenewal(tx, fact, at)),
  on(applicationSubmitted, 'access.tellReceipt', (tx, fact, at) => tellReceipt(tx, fact, at, house)),
  on(applicationDecided, 'access.tellDecision', (tx, fact, at) => tellDecision(tx, fact, at, house)),
  on(licenceFaceChanged, 'registry.noteFace', (tx, fact) => noteFace(tx, fact)),
  on(decisionToServe, 'delivery.receiveItem', (tx, fact, at) => receiveItem(tx, fact, at)),
  on(served, 'licensing.recordService', (tx, fact, at) =>
    recordService(tx, { ...fact, how: howLabels[fact.how].zh }, at),
  ),
  on(applicationSubmitted, 'exchange.reportApplied', (tx, fact, at) => reportApplied(tx, fact, at)),
  on(applicationDecided, 'exchange.reportDecided', (tx, fact, at) => reportDecided(tx, fact, at)),
  on(applicationWithdrawn, 'exchange.reportWithdrawn', (tx, fact, at) => reportWithdrawn(tx, fact, at)),
  on(serviceRated, 'exchange.reportRating', (tx, fact, at) => reportRating(tx, fact, at)),
  on(licenceRenewed, 'exchange.publishCertificate', (tx, fact, at) => publishCertificate(tx, fact, at)),
  on(licenceIssued, 'exchange.publishCertificate', (tx, fact, at) => publishCertificate(tx, fact, at)),
  on(licenceStateChanged, 'exchange.publishCertificate', (tx, fact, at) => publishCertificate(tx, fact, at)),
  on(terminalCloned, 'access.alarmOfClone', (tx, fact, at) => alarmOfClone(tx, fact, at)),
  on(terminalRevoked, 'access.alarmOfRevocation', (tx, fact, at) => alarmOfRevocation(tx, fact, at)),
  on(actHeld, 'access.alarmOfHeldAct', (tx, fact, at) => alarmOfHeldAct(tx, fact, at)),
  on(helpCalled, 'access.callHelpersOnDuty', (tx, fact, at) => callHelpersOnDuty(tx, fact, at)),
  on(alertRaised, 'inspection.proposeTask', (tx, { alertId, subject, kind, reasons }, at) =>
    // Parcels, vehicles and vessels have no shop to visit; a proposal is made for a licence only.
    /^\d{12}$/u.test(subject)
      ? proposeTask(
          tx,
          { alertId, licenceNo: subject, indicators: [...new Set([kind, ...reasons])], words: '' },
          at,
          inspectionSettingOn(at.today),
        )
      : Promise.resolve(),
  ),
  // 研判不属实: nobody is sent for an alert that a person has found to be none.
  on(alertTriaged, 'inspection.rejectProposals', (tx, { alertId, verdict }, at) =>
    verdict === 'false'
      ? rejectProposals(
          tx,
          { source: 'alert', ref: alertId, note: '预警研判为不属实' },
          { by: 'system:monitoring', at },
        )
      : Promise.resolve(),
  ),
  // 处理 → 分析: what a visit found goes back to the alert, on to disposal and credit, and from there to the next draw.
  on(taskSettled, 'monitoring.judgeByVisit', (tx, { source, sourceRef, taskId, verdict }, at) =>
    source === 'alert' && sourceRef !== null
      ? judgeByVisit(tx, { alertId: sourceRef, taskId, verdict }, at)
      : Promise.resolve(),
  ),
  on(cartonsFound, 'monitoring.noteCartonFinds', (tx, fact, at) =>
    noteCartonFinds(tx, house.config.dataFolder, fact, at),
  ),
  on(findingMade, 'monitoring.noteVisit', (tx, fact, at) => noteVisit(tx, house.config.dataFolder, fact, at)),
  // 组网碰撞: what is confirmed, raised or found enters the graph, and collides in the same transaction.
  on(clueTaken, 'intelligence.learnClue', (tx, { clueNo }, at) => learnClue(tx, { clueNo }, { ...house, at })),
  on(clueFactConfirmed, 'intelligence.learnClueFact', (tx, { clueNo, factId }, at) =>
    learnClue(tx, { clueNo, factId }, { ...house, at }),
  ),
  on(clueConverted, 'intelligence.learnClue', (tx, { clueNo }, at) => learnClue(tx, { clueNo }, { ...house, at })),
  // 零售户登记 as it changes; what was there before comes by the night's job.
  on(licenceIssued, 'intelligence.learnShop', (tx, { licenceNo }, at) => learnShop(tx, licenceNo, { ...house, at })),
  on(licenceRenewed, 'intelligence.learnShop', (tx, { licenceNo }, at) => learnShop(tx, licenceNo, { ...house, at })),
  on(licenceFaceChanged, 'intelligence.learnShop', (tx, { licenceNo }, at) =>
    learnShop(tx, licenceNo, { ...house, at }),
  ),
  on(caseOpened, 'intelligence.learnCase', (tx, { caseNo }, at) => caseIntoGraph(tx, caseNo, { ...house, at })),
  on(caseMoved, 'intelligence.learnCase', (tx, { caseNo }, at) => caseIntoGraph(tx, caseNo, { ...house, at })),
  on(alertRaised, 'intelligence.learnAlert', (tx, fact, at) => learnAlert(tx, fact, { ...house, at })),
  on(cartonsFound, 'intelligence.learnCartons', (tx, fact, at) => learnCartons(tx, fact, { ...house, at })),
  // 启封告警: whoever is on duty above the desk hears of it at once, of the clue and never of the person.
  on(identityOpened, 'access.tellOpening', (tx, fact, at) => tellOpening(tx, fact, at)),
  on(graphCollided, 'intelligence.tellHandlers', async (tx, { hitId }, at) => {
    await tellHandlers(tx, hitId, at)
  }),
  on(findingMade, 'credit.takeFinding', (tx, fact, at) =>
    takeFinding(tx, fact, at, creditSettingOn(at.today, house.keyring)),
  ),
  on(alertTriaged, 'credit.takeVerdict', (tx, fact, at) =>
    takeVerdict(tx, fact, at, creditSettingOn(at.today, house.keyring)),
  ),
  // 检查、预警 → 线索: nobody types again what another domain knows.
  on(findingMade, 'intelligence.takeFromInspection', (tx, fact, at) =>
    takeFromInspection(tx, fact, at, intelligenceSettingOn(at.today, house.keyring)),
  ),
  on(cartonsFound, 'intelligence.takeFromCartons', (tx, fact, at) =>
    takeFromCartons(tx, fact, at, intelligenceSettingOn(at.today, house.keyring)),
  ),
  on(alertTriaged, 'intelligence.takeFromVerdict', (tx, fact, at) =>
    takeFromVerdict(
      tx,
      { ...fact, reasons: sayReasons(fact.reasons) },
      at,
      intelligenceSettingOn(at.today, house.keyring),
    ),
  ),
  on(alertTriaged, 'intelligence.learnEvidence', (tx, fact, at) => alertIntoGraph(tx, fact, { ...house, at })),
  on(clueConverted, 'cases.openCaseOfClue', (tx, fact, at) => openCaseOfClue(tx, fact, at, house.keyring)),
  on(followUpAsked, 'inspection.proposeFollowUp', (tx, fact, at) =>
    proposeFollowUp(tx, fact, at, inspectionSettingOn(at.today)),
  ),
  // 处置 → 案件 → 处置: what was handed over begins a case once, and hears what became of it.
  on(caseAsked, 'cases.askedCase', (tx, fact, at) => askedCase(tx, fact, at, house.keyring)),
  on(caseMoved, 'credit.noteCase', (tx, fact, at) => noteCase(tx, fact, at, creditSettingOn(at.today, house.keyring))),
  // 案件 → 许可: an open case is a reason for a person to look, a decision that takes the right to trade a bar.
  on(caseMoved, 'licensing.noteCaseOutcome', (tx, fact, at) => caseIntoLicensing(tx, fact, { ...house, at })),
  // 一对一: a named contact hears within seconds that something waits for him, and nothing more.
  on(contactAwaited, 'access.tellContact', (tx, fact, at) => tellContact(tx, fact, at)),
  // 协作: their systems hear that something changed; what they answered stands on the clue it came of.
  on(itemGiven, 'partners.notifySystems', (tx, fact, at) => notifySystems(tx, { ...fact, event: 'given' }, at)),
  on(itemMoved, 'partners.notifySystems', (tx, fact, at) =>
    fact.side === 'ours' ? notifySystems(tx, fact, at) : Promise.resolve(),
  ),
  on(itemMoved, 'intelligence.notePartner', (tx, fact, at) => answerToClue(tx, fact, at, house.keyring)),
  on(tipTold, 'intelligence.takeFromPartner', (tx, fact, at) => clueOfTip(tx, fact, at, house.keyring)),
  on(clueAnswered, 'partners.answerTip', (tx, fact, at) => answerToTip(tx, fact, at, house.keyring)),
  on(gradeChanged, 'inspection.noteCreditClass', (tx, { licenceNo, areaCode, grade }, at) =>
    noteCreditClass(tx, { licenceNo, areaCode, class: grade }, at),
  ),
  on(gradeChanged, 'access.tellGrade', (tx, fact, at) => tellGrade(tx, fact, at)),
  on(holderTold, 'access.tellCredit', (tx, fact, at) => tellCredit(tx, fact, at)),
]
