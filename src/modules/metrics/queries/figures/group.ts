import type { RawBuilder } from 'kysely'
import type { Permission } from '#kernel/actor'
import type { FigureDefinition, OpensKind, Period, Words } from '../../rules/figure.ts'
import type { MetricsPolicy } from '../../rules/policy.ts'
import type { WorkingDayCounts } from '../../rules/working-day-count.ts'

/** What rows are asked for. Groups that know no service or channel leave them out. */
export interface RowSearch extends Period {
  readonly town?: string | undefined
  readonly service?: string | undefined
  readonly channel?: string | undefined
  readonly today: string
  /** Passed working days by day, for differences in working days. */
  readonly workingDays: WorkingDayCounts
  readonly policy: MetricsPolicy
}

/** A figure of a group: its words, and what a row (alias `r`) gives it. SQL over the columns of the group's rows. */
export interface Figure extends FigureDefinition {
  /** The day that puts a row into a period; for `standing` and `now` it is not asked. */
  readonly day?: RawBuilder<unknown>
  /** What the row adds; null: it is left out and not guessed. */
  readonly value: (search: RowSearch) => RawBuilder<unknown>
  /** For `subjects`: whom the row is about. */
  readonly subject?: RawBuilder<unknown>
  /** More views than the group's own. */
  readonly alsoFrom?: readonly string[]
}

/**
 * Figures over the same rows. `rows` selects `ref`, `area_code`, `label` and whatever its figures need, from published views alone,
 * cut to what can lie in the period; `standing` figures need `since` and `until`. To add a figure, add it to its group; to add a group,
 * write its file and name it in all.ts (docs/decisions/0043).
 */
export interface FigureGroup {
  readonly code: string
  readonly name: Words
  readonly owner: Words
  readonly sources: readonly string[]
  readonly opens: OpensKind
  /** Whose list the rows are; the figure itself is for all staff. */
  readonly readers: Permission
  /** A view that another domain may not have yet, and what is said instead of a number until it has rows. */
  readonly waitsFor?: { readonly view: string; readonly say: Words }
  readonly rows: (search: RowSearch) => RawBuilder<unknown>
  readonly figures: readonly Figure[]
}
