import { cleanText } from '#kernel/chinese-text'
import { isIsoDay } from '#kernel/iso-day'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { parsePlaceText, placeText } from './place-text.ts'
import { type Answers, applies, chosen, type Known, type Question } from './question.ts'
import type { ServiceDefinition } from './service.ts'

export type AnswerFault = 'answerMissing' | 'answerWrong' | 'answerUnknown'

/**
 * 核对填写: every question that applies has a possible answer, and nothing else was sent. What a register says (`given`)
 * counts, whatever was sent in its place. The same function on the screen and on the server; each refusal names the
 * question. Whether a day or a choice is *allowed* is for the rules.
 */
export function readAnswers(
  service: Pick<ServiceDefinition, 'questions'>,
  raw: Answers,
  known: Known,
): Result<Answers, AnswerFault> {
  const clean: Record<string, string> = {}
  const expected = new Set<string>()
  for (const question of service.questions) {
    if (question.lingers) expected.add(question.key)
    if (!applies(question, clean, known)) continue
    expected.add(question.key)
    const text = question.given?.(clean, known) ?? raw[question.key]?.trim() ?? ''
    if (text === '' && isOptional(question)) continue
    if (text === '') return fault('answerMissing', question)
    const read = readOne(question, text, known)
    if (read === undefined) return fault('answerWrong', question)
    clean[question.key] = read
  }
  const stray = Object.keys(raw).find(key => !expected.has(key))
  return stray === undefined ? ok(clean) : refuse('answerUnknown', { question: stray.slice(0, 40) })
}

const isOptional = (question: Question): boolean =>
  question.kind === 'position' || (question.kind === 'text' && question.optional === true)

const fault = (name: AnswerFault, { title }: Question) => refuse(name, { question: title.zh, questionEn: title.en })

/** The answer as it is stored; undefined when it cannot be one. */
function readOne(question: Question, text: string, known: Known): string | undefined {
  switch (question.kind) {
    case 'choice':
      return question.options.some(option => option.value === text) ? text : undefined
    case 'choices': {
      const values = [...new Set(chosen({ it: text }, 'it'))]
      const known = values.every(value => question.options.some(option => option.value === value))
      return known && values.length > 0 ? values.join(',') : undefined
    }
    case 'date':
      return isIsoDay(text) ? text : undefined
    case 'text': {
      const line = cleanText(text, { max: question.maxLength })
      return line.ok ? (question.read ? question.read(line.value) : line.value) : undefined
    }
    case 'town':
      return known.newShop?.towns.some(({ code }) => code === text) ? text : undefined
    case 'position': {
      const place = parsePlaceText(text)
      return place && placeText(place)
    }
    case 'phone': {
      const phone = parsePhone(text)
      return phone.ok ? phone.value : undefined
    }
    case 'number': {
      const value = Number(text)
      return Number.isFinite(value) && value >= question.least && value <= question.most ? String(value) : undefined
    }
  }
}
