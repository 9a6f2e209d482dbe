import type { RenewalSheet } from '#contract/licensing'
import { createFlow } from '../flow.ts'
import type { RenewalAnswers } from './answers.ts'

export type RenewalStep = 'licence' | 'facts' | 'phone' | 'notice' | 'signature'

/** What is known before the questions begin: how many licences the card opens, and the sheet of the chosen one. */
export interface RenewalFacts {
  readonly licences: number
  readonly sheet: RenewalSheet | undefined
}

/** 延续: which licence (only if several) → facts → telephone → notice → signature. */
export const renewalFlow = createFlow<RenewalStep, RenewalFacts, RenewalAnswers>([
  { key: 'licence', applies: facts => facts.licences > 1, answered: answers => answers.licenceNo !== undefined },
  { key: 'facts', applies: () => true, answered: answers => answers.factsConfirmed },
  { key: 'phone', applies: () => true, answered: answers => answers.phone !== undefined },
  {
    key: 'notice',
    applies: () => true,
    // Consent is to one text: a newer version has to be read again.
    answered: (answers, facts) =>
      answers.agreedVersion !== undefined && answers.agreedVersion === facts.sheet?.notice.version,
  },
  { key: 'signature', applies: () => true, answered: answers => answers.signature !== undefined },
])
