import type { Feature } from '../matrix.ts'
import { type Family, year } from './family.ts'

/** What a subject is, as written: its flags, how many, and how long it has existed. */
export function traits(flags: readonly string[]): Family {
  return {
    features: [
      ...flags.map((flag): Feature => ({ name: `flag.${flag}`, reason: `flag:${flag}`, monotone: 0 })),
      { name: 'flags', reason: 'flags', monotone: 0 },
      { name: 'age', reason: 'age', monotone: 0 },
    ],
    tell() {},
    read: (subjects, { day }) =>
      subjects.map(subject => [
        ...subject.flags,
        subject.flags.reduce((sum, flag) => sum + (flag > 0 ? 1 : 0), 0),
        Math.max(0, (day - subject.since) / year),
      ]),
  }
}
