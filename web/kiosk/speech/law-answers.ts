import { askedMost } from '#contract/outreach'
import { findSummary } from '#kernel/citation'
import { instruments } from '#kernel/instruments'
import type { AskedKey } from './prompts.ts'

/** So long an answer is still listened to; whatever is longer is read on the page. */
const longest = 70

/**
 * What is said to a question of shopkeepers: the question, then the summary of the first article with the name of its law, and of
 * the next ones while it stays short.
 */
export const lawAnswers = Object.fromEntries(
  Object.entries(askedMost).map(([key, { zh, cites }]) => {
    const said = cites.reduce((words, cite) => {
      const known = findSummary(cite)
      const more = known === undefined ? '' : `${instruments[cite.instrument].title}：${known.summary}`
      return words === '' || words.length + more.length <= longest ? words + more : words
    }, '')
    return [`law.${key}`, `${zh}${said}`]
  }),
) as Readonly<Record<`law.${AskedKey}`, string>>
