import { askedMost } from '#contract/outreach'
import { findSummary } from '#kernel/citation'
import { instruments } from '#kernel/instruments'
import type { AskedKey } from './prompts.ts'

/** What is said to a question of shopkeepers: the question, then the summary of each article it rests on, with the name of its law. */
export const lawAnswers = Object.fromEntries(
  Object.entries(askedMost).map(([key, { zh, cites }]) => {
    const said = cites.flatMap(cite => {
      const known = findSummary(cite)
      return known === undefined ? [] : [`${instruments[cite.instrument].title}：${known.summary}`]
    })
    return [`law.${key}`, `${zh}${said.join('')}`]
  }),
) as Readonly<Record<`law.${AskedKey}`, string>>
