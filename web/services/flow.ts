/**
 * A service as a line of questions (办事步骤), decided by pure functions so that terminal and phone walk it alike.
 * `Facts` is what the system already knows, `Answers` what the citizen has said so far.
 */
export interface Step<Key extends string, Facts, Answers> {
  readonly key: Key
  /** A question whose answer is already known is not asked. */
  readonly applies: (facts: Facts) => boolean
  readonly answered: (answers: Answers, facts: Facts) => boolean
}

export interface Flow<Key extends string, Facts, Answers> {
  readonly first: (facts: Facts) => Key
  /** The next question; `end` when all are answered; the same key while this one is not answered. */
  readonly next: (key: Key, facts: Facts, answers: Answers) => Key | 'end'
  /** The question before; `start` before the first one. */
  readonly previous: (key: Key, facts: Facts) => Key | 'start'
  /** 第 n 步，共 m 步, both counted from 1. */
  readonly position: (key: Key, facts: Facts) => { readonly number: number; readonly of: number }
}

export function createFlow<const Key extends string, Facts, Answers>(
  steps: readonly [Step<Key, Facts, Answers>, ...Step<Key, Facts, Answers>[]],
): Flow<Key, Facts, Answers> {
  const asked = (facts: Facts) => steps.filter(step => step.applies(facts))
  const indexOf = (key: Key, facts: Facts) => asked(facts).findIndex(step => step.key === key)
  return {
    first: facts => (asked(facts)[0] ?? steps[0]).key,
    next: (key, facts, answers) => {
      const line = asked(facts)
      const here = indexOf(key, facts)
      // An earlier gap comes first: nobody reaches the end around a question.
      const gap = line.slice(0, here + 1).find(step => !step.answered(answers, facts))
      return gap ? gap.key : (line[here + 1]?.key ?? 'end')
    },
    previous: (key, facts) => asked(facts)[indexOf(key, facts) - 1]?.key ?? 'start',
    position: (key, facts) => ({ number: indexOf(key, facts) + 1, of: asked(facts).length }),
  }
}
