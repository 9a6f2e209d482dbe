import { routes as access, counterRoutes, faceTerms, webRoutes } from '#contract/access'
import { draftRoutes, routes as licensing, ratingRoutes } from '#contract/licensing'
import { type CardSession, deviceRoutes, type PrintOutcome } from '../../../agent/contract.ts'
import { submissionOf } from '../../services/apply/answers.ts'
import { act, call, freshKey, Problem } from '../../shared/api.ts'
import { draftToSave } from './drafts.ts'
import type { KioskEvent } from './events.ts'
import type { Effect, Kiosk, Trouble } from './state.ts'

/** The card is waited for by the agent, 20 s; the page must be more patient than it. */
const cardPatience = 45_000
/** Paper takes its time; the agent itself gives up earlier. */
const printPatience = 180_000

export interface Surroundings {
  kiosk: () => Kiosk
  send: (event: KioskEvent) => void
  /** Aborted when the visit ends. */
  signal: AbortSignal
  clearPage: () => void
}

/** Runs one effect and answers with an event; every failure becomes a named trouble, nothing is swallowed. */
export async function run(effect: Effect, around: Surroundings): Promise<void> {
  try {
    await perform(effect, around)
  } catch (error) {
    if (around.signal.aborted) return
    const trouble = troubleOf(error)
    if (effect.do === 'callHelper') return around.send({ is: 'helpAnswered', called: false })
    if (effect.do === 'rate') return around.send({ is: 'ratingEnded', followUpBy: undefined })
    if (effect.do === 'confirmPaper' || effect.do === 'endSession') return
    if (effect.do === 'proveCode' && trouble.code === 'cardCodeWrong')
      return around.send({ is: 'codeWrong', sent: effect.sent, words: trouble.title ?? '' })
    if (sessionEnded(error)) return around.send({ is: 'sessionGone' })
    around.send({ is: 'failed', trouble, effect })
  }
}

async function perform(effect: Effect, { kiosk, send, signal, clearPage }: Surroundings): Promise<void> {
  switch (effect.do) {
    case 'openSession': {
      const session: CardSession = await openSession(signal)
      return send({ is: 'sessionOpened', session, at: new Date().toISOString(), key: freshKey() })
    }
    case 'endSession':
      await call(deviceRoutes.endSession)
      return
    case 'askCode':
      return send({ is: 'codeSent', sent: await call(webRoutes.askCardCode, { signal }) })
    case 'proveCode': {
      const { sent, code } = effect
      await call(webRoutes.proveByCode, { params: { challengeId: sent.challengeId }, body: { code }, signal })
      return send({ is: 'codeProven', sent })
    }
    case 'agreeToFace':
      await call(access.consentToFace, { body: { version: faceTerms.version }, signal })
      return send({ is: 'faceReady' })
    case 'reportFace':
      return send({ is: 'faceAnswered', ...(await call(access.checkFace, { body: effect.compared, signal })) })
    case 'withdrawFace':
      await call(access.withdrawFaceConsent, { signal })
      return send({ is: 'faceWithdrawn' })
    case 'loadLicences':
      return send({ is: 'licencesLoaded', licences: (await call(licensing.myLicences, { signal })).items })
    case 'loadSheet': {
      const { licenceNo, service } = effect
      const sheet = await call(licensing.serviceSheet, { params: { licenceNo, service }, signal })
      return send({ is: 'sheetLoaded', sheet })
    }
    case 'loadRecord':
      return send({ is: 'recordLoaded', applications: (await call(licensing.myApplications, { signal })).items })
    case 'submit':
      return send(await submit(kiosk()))
    case 'saveDraft':
      return send({
        is: 'draftSaved',
        draft: await call(draftRoutes.saveDraft, { body: draftToSave(kiosk()), signal }),
      })
    case 'loadDrafts':
      return send({ is: 'draftsLoaded', drafts: (await call(draftRoutes.myDrafts, { signal })).items })
    case 'openDraft':
      return send({
        is: 'draftOpened',
        draft: await call(draftRoutes.openDraft, { body: { code: effect.code }, signal }),
      })
    case 'assist': {
      const { helper } = await call(counterRoutes.beginAssistance, { body: { code: effect.code }, signal })
      return send({ is: 'helperCame', helper })
    }
    case 'withdraw': {
      const { applicationNo, key } = effect
      const acted = await act(licensing.withdraw, { params: { applicationNo }, idempotencyKey: key })
      return send(acted.state === 'kept' ? { is: 'kept', receipt: acted.receipt } : { is: 'withdrawn' })
    }
    case 'print':
      return print(effect, send)
    case 'rate': {
      const { applicationNo, grade, reasons, key } = effect
      const body = { grade, reasons: [...reasons], words: '' }
      const acted = await act(ratingRoutes.rateMine, { params: { applicationNo }, body, idempotencyKey: key })
      return send({ is: 'ratingEnded', followUpBy: acted.state === 'kept' ? null : acted.reply.followUpBy })
    }
    case 'confirmPaper': {
      const { printId, received } = effect
      await act(licensing.confirmPrint, { params: { printId }, body: { received } })
      return
    }
    case 'callHelper':
      await call(deviceRoutes.callHelper, { body: { step: effect.step } } as object)
      return send({ is: 'helpAnswered', called: true })
    case 'clearPage':
      return clearPage()
  }
}

/** Another reading may just be ending, for example when the page was made new: it is waited for, briefly. */
async function openSession(signal: AbortSignal, tries = 8): Promise<CardSession> {
  try {
    return await call(deviceRoutes.openSession, { signal, patience: cardPatience })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'sessionBusy' || tries === 0 || signal.aborted) throw error
    await new Promise(resolve => setTimeout(resolve, 400))
    return openSession(signal, tries - 1)
  }
}

async function submit({ visit }: Kiosk): Promise<KioskEvent> {
  const body = visit.sheet && submissionOf(visit.sheet.service, visit.answers, visit.startedAt)
  if (body === undefined) return { is: 'back' }
  // No abort: what was confirmed must reach the agent's journal even if the citizen walks away now.
  const acted = await act(licensing.submit, { body, idempotencyKey: visit.submitKey })
  return acted.state === 'kept' ? { is: 'kept', receipt: acted.receipt } : { is: 'submitted', result: acted.reply }
}

async function print(effect: Effect & { do: 'print' }, send: Surroundings['send']): Promise<void> {
  const { face, of, key } = effect
  const ticket =
    face === 'receipt'
      ? await call(licensing.reserveReceipt, { params: { applicationNo: of }, idempotencyKey: key })
      : await call(licensing.reservePrint, { body: { licenceNo: of, face }, idempotencyKey: key })
  send({ is: 'printReserved', ticket })
  const body = { printId: ticket.printId, url: ticket.url }
  const outcome: PrintOutcome['outcome'] = await call(deviceRoutes.print, { body, patience: printPatience }).then(
    reply => reply.outcome,
    error => {
      // No answer means that paper may have come out.
      if (error instanceof Problem && error.status === 0) return 'unknown' as const
      throw error
    },
  )
  send({ is: 'printEnded', face, outcome })
}

const sessionEnded = (error: unknown): boolean => error instanceof Problem && error.status === 401

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Problem)) return { code: 'surprise' }
  const { code, title, next, basis, status } = error
  const temporary = status === 0 || status === 429 || status >= 500
  return { code: status === 0 ? 'uplinkDown' : code, title, next, basis, temporary }
}
