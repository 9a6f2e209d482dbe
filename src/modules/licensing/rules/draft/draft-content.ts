import { ok, type Result, refuse } from '#kernel/refusal'
import type { Answers } from '../services/question.ts'
import type { ServiceDefinition } from '../services/service.ts'

/** 草稿内容: what was said so far. Never what the card says, never the consent or the signature: those belong to one moment. */
export interface DraftContent {
  readonly answers: Answers
  readonly deliver: 'electronic' | 'pickup' | 'post' | 'door' | null
  readonly phone: string | null
}

/** Identity numbers are asked again where the application is finished. */
const neverKept: readonly string[] = ['operatorIdNo']

/** A draft may be incomplete and even wrong (it is read again at the end), but answers only the service's own questions. */
export function draftContent(
  service: Pick<ServiceDefinition, 'questions'>,
  given: DraftContent,
): Result<DraftContent, 'answerUnknown'> {
  const known = service.questions.map(question => question.key)
  const stray = Object.keys(given.answers).find(key => !known.includes(key))
  if (stray !== undefined) return refuse('answerUnknown', { question: stray.slice(0, 40) })
  const answers = Object.fromEntries(Object.entries(given.answers).filter(([key]) => !neverKept.includes(key)))
  return ok({ ...given, answers })
}
