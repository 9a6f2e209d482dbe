import { expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { openCaseWalk } from '../../modules/cases/testing/walk-story.ts'
import { demoCases } from './case-stories.ts'

/** A demonstration may begin on any day: no story may stumble over a holiday. */
it.each(['2026-03-02', '2026-05-06', '2026-10-08', '2026-10-10', '2026-11-26', '2026-12-30'])(
  'walks every story on %s',
  day => {
    const now = momentOf(Temporal.Instant.from(`${day}T02:00:00Z`))
    const ends = demoCases.map(story => openCaseWalk(story, now).state)
    expect(ends).toEqual([
      ...['checking', 'filingAsked', 'investigating', 'hearingCalled', 'proposed', 'demanded', 'closed', 'referred'],
      ...['transferSent', 'simpleDecided', 'served'],
    ])
  },
)
