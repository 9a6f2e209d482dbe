import { categories } from './families/categories.ts'
import { chains } from './families/chains.ts'
import { DecayedSums } from './families/decayed.ts'
import { type Family, levelOf, valuesOf, year } from './families/family.ts'
import type { Ring } from './families/neighbourhood.ts'
import { neighbours } from './families/neighbours.ts'
import { ownRecord } from './families/own.ts'
import { traits } from './families/traits.ts'
import { words } from './families/words.ts'
import type { Feature, Matrix } from './matrix.ts'
import type { Subject, Visit } from './records.ts'

/** The columns a spec gives to the features. */
export interface Shape {
  readonly severity: readonly string[]
  readonly chains: readonly string[]
  readonly categories: readonly string[]
  readonly flags: readonly string[]
}

/** Everything known up to a day and nothing after it: visits are told one by one in the order of their days. */
export class Past {
  readonly features: readonly Feature[]
  private readonly families: readonly Family[]
  private readonly all: DecayedSums
  private readonly severities: number

  constructor(shape: Shape, rings: readonly Ring[], latitude: number) {
    this.severities = shape.severity.length
    this.all = new DecayedSums(2 + this.severities, year / 4)
    this.families = [
      ownRecord(shape.severity),
      neighbours(shape.severity, rings, latitude),
      chains(shape.chains, shape.severity),
      words(),
      categories(shape.categories, shape.severity),
      traits(shape.flags),
    ]
    this.features = this.families.flatMap(family => family.features)
  }

  tell(visit: Visit): void {
    const values = valuesOf(visit)
    for (const family of this.families) family.tell(visit, values)
    this.all.add('', visit.day, values)
  }

  /** The features of each subject as of `day`, one row a subject, and the rate of outcomes then. */
  snapshot(subjects: readonly Subject[], day: number): { matrix: Matrix; base: number } {
    const level = levelOf(index => this.all.read('', day, index), this.severities, day)
    const answers = this.families.map(family => family.read(subjects, level))
    const columns = this.features.map(() => new Float64Array(subjects.length))
    subjects.forEach((_, row) => {
      let c = 0
      for (const answer of answers)
        for (const value of answer[row] ?? []) {
          const column = columns[c]
          if (column) column[row] = value
          c += 1
        }
    })
    return { matrix: { features: this.features, rows: subjects.length, columns }, base: level.base }
  }
}
