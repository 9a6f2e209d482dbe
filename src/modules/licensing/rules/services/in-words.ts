import { parsePlaceText } from './place-text.ts'
import { type Answers, chosen, type Question } from './question.ts'
import type { Channel, ServiceCode, Words } from './service.ts'
import { services } from './table.ts'

export const channelLabels: Readonly<Record<Channel, Words>> = {
  terminal: { zh: '村级终端', en: 'Village terminal' },
  online: { zh: '网上', en: 'Online' },
  window: { zh: '窗口', en: 'Counter' },
  helper: { zh: '帮办', en: 'With a helper' },
}

export const deliverLabels = {
  electronic: { zh: '只用电子许可证', en: 'Electronic only' },
  pickup: { zh: '窗口自取', en: 'Collected at the counter' },
  post: { zh: '邮寄', en: 'By post' },
  door: { zh: '送证上门', en: 'Brought to the shop' },
} as const satisfies Record<string, Words>

interface Line {
  readonly label: string
  readonly labelEn: string
  readonly value: string
  /** What stands on the licence now, where it changes. */
  readonly before: string | null
}

type Before = {
  readonly shopName: string
  readonly operatorName: string
  readonly address: string
  readonly scope: readonly string[]
}

/** 申请内容 as an officer reads it: question and answer in words; an identity number shows its last four only. */
export function requestInWords(
  service: ServiceCode,
  answers: Answers,
  { before, townName }: { readonly before: Before | undefined; readonly townName: string },
): Line[] {
  return services[service].questions
    .filter(question => Object.hasOwn(answers, question.key))
    .map(question => ({
      label: question.title.zh,
      labelEn: question.title.en,
      value: question.kind === 'town' ? townName : answerInWords(question, answers),
      before: before ? (beforeOf(question.key, before) ?? null) : null,
    }))
}

function answerInWords(question: Question, answers: Answers): string {
  const text = answers[question.key] ?? ''
  if (question.key === 'operatorIdNo') return `${'*'.repeat(Math.max(0, text.length - 4))}${text.slice(-4)}`
  if (question.kind === 'choice' || question.kind === 'choices')
    return chosen(answers, question.key)
      .map(value => question.options.find(option => option.value === value)?.zh ?? value)
      .join('、')
  if (question.kind === 'position') return placeInWords(text)
  return question.kind === 'number' ? `${text}${question.unit.zh}` : text
}

function placeInWords(text: string): string {
  const place = parsePlaceText(text)
  if (!place) return text
  const { position, accuracyMetres } = place
  return `东经${position.lng.toFixed(5)}度，北纬${position.lat.toFixed(5)}度，误差约${accuracyMetres}米`
}

function beforeOf(key: string, { shopName, operatorName, address, scope }: Before): string | undefined {
  const known: Readonly<Record<string, string>> = {
    shopName,
    operator: operatorName,
    addressText: address,
    scope: scope.join('、'),
  }
  return known[key]
}
