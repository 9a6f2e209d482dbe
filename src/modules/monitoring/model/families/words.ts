import { DecayedSums } from './decayed.ts'
import { drawnRate, type Family, meanOf, year } from './family.ts'
import { wordsOf } from './words-of.ts'

/** Names that are alike without being the same: what visits met whose names hold the same words. */
export function words(): Family {
  const sums = new DecayedSums(2, 4 * year)
  return {
    features: [
      { name: 'words.mean', reason: 'words', monotone: 1 },
      { name: 'words.top', reason: 'words', monotone: 1 },
      { name: 'words.bottom', reason: 'words', monotone: 1 },
    ],
    tell(visit, values) {
      for (const word of wordsOf(visit.chains)) sums.add(word, visit.day, values)
    },
    read: (subjects, { day, base }) =>
      subjects.map(({ chains }) => {
        const rates = wordsOf(chains).map(word =>
          drawnRate({ outcomes: sums.read(word, day, 1), visits: sums.read(word, day, 0) }, base, 15),
        )
        return [meanOf(rates), Math.max(0, ...rates), Math.min(0, ...rates)]
      }),
  }
}
