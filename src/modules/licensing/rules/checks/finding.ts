import type { Citation } from '#kernel/citation'
import { fillText } from '#kernel/refusal'
import type { Finding } from '../../contract.ts'
import { basisOfRules, type RuleCode } from './basis.ts'
import { type FindingText, findingTexts } from './texts.ts'

export type FindingOutcome = Finding['outcome']
type TextKey = keyof typeof findingTexts
type Facts = Readonly<Record<string, string | number | boolean | null>>

/**
 * One rule's verdict. `text` is `R06.late`: the rule, then the case. The words come from one table,
 * so that a finding without words in both languages does not compile.
 */
export function finding(text: TextKey, outcome: FindingOutcome, facts: Facts = {}): Finding {
  const rule = text.slice(0, 3) as RuleCode
  const words: FindingText = findingTexts[text]
  const filled = (template: string) => fillText(template, factsForText(facts))
  return {
    rule,
    outcome,
    reason: filled(words.zh),
    reasonEn: filled(words.en),
    next: words.next ? filled(words.next.zh) : null,
    nextEn: words.next ? filled(words.next.en) : null,
    basis: basisOfRules[rule].map(copyOf),
    facts: { ...facts },
  }
}

const factsForText = (facts: Facts): Record<string, string | number | boolean> =>
  Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value ?? '']))

const copyOf = (citation: Citation): Finding['basis'][number] => ({ ...citation })
