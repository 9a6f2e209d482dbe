import { ok, type Result, refuse } from '#kernel/refusal'

interface Called {
  readonly guests: number
  readonly lines: number
  /** ISO instant. */
  readonly startsAt: string
}

type NotCalled = 'meetingGuestMissing' | 'meetingAgendaEmpty' | 'meetingPast'

/** A call says who, about what and when: nobody is asked to a meeting of yesterday. */
export function mayCallMeeting({ guests, lines, startsAt }: Called, now: Temporal.Instant): Result<true, NotCalled> {
  if (guests === 0) return refuse('meetingGuestMissing')
  if (lines === 0) return refuse('meetingAgendaEmpty')
  return Temporal.Instant.compare(Temporal.Instant.from(startsAt), now) < 0 ? refuse('meetingPast') : ok(true)
}

interface Minuted {
  /** Whether each agency invited was there; `null` while nobody said. */
  readonly attended: readonly (boolean | null)[]
  /** What was said of each line. */
  readonly said: readonly string[]
  readonly writtenBy: string
}

type NotSigned = 'meetingAttendanceOpen' | 'meetingLineUnsaid' | 'meetingOwnSignature'

/** 纪要定稿: who was there, every line answered in words, and read by another than its writer. */
export function maySignMinutes({ attended, said, writtenBy }: Minuted, by: string): Result<true, NotSigned> {
  if (attended.some(one => one === null)) return refuse('meetingAttendanceOpen')
  const unsaid = said.findIndex(words => words.trim() === '')
  if (unsaid >= 0) return refuse('meetingLineUnsaid', { line: unsaid + 1 })
  return writtenBy === by ? refuse('meetingOwnSignature') : ok(true)
}
