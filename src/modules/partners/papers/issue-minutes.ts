import { CHINA, type Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { sealPaper } from '#platform/paper-seal'
import type { MeetingDetail } from '../contract.ts'
import type { Line } from '../queries/meetings.ts'
import { listTasks } from '../queries/tasks.ts'
import type { CooperationPolicy } from '../rules/cooperation-policy.ts'
import { meetingKinds } from '../rules/meeting/moves.ts'
import { type MeetingRecord, signMeeting } from '../store/meetings.ts'
import { takeSerial } from '../store/serials.ts'

/** 会议纪要 as signed: the words themselves, so that a later template never changes what was decided. */
export interface MinutesPaper {
  readonly title: string
  readonly kind: string
  readonly number: string
  readonly bureau: string
  readonly meetingId: string
  readonly heldOn: string
  readonly time: string
  readonly place: string
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly lines: readonly { readonly subject: string; readonly said: string }[]
  readonly minutes: string
  readonly tasks: readonly {
    readonly id: string
    readonly owner: string
    readonly words: string
    readonly dueOn: string
  }[]
  readonly date: string
}

interface Issued {
  readonly meeting: MeetingRecord
  readonly guests: MeetingDetail['guests']
  readonly lines: readonly Line[]
  readonly by: string
  readonly at: Moment
  readonly policy: Pick<CooperationPolicy, 'bureau' | 'minutesMark'>
  readonly keyring: Keyring
}

/** 制发会议纪要: numbered by year, signed (SM3, SM2) and kept sealed. */
export async function issueMinutes(tx: Tx, { meeting, guests, lines, by, at, policy, keyring }: Issued): Promise<void> {
  const start = Temporal.Instant.from(meeting.startsAt).toZonedDateTimeISO(CHINA)
  const tasks = await listTasks(tx, at.today.toString(), { source: { kind: 'meeting', ref: meeting.id } })
  const { year } = at.today
  const number = `${policy.minutesMark}〔${year}〕${await takeSerial(tx, 'minutes', year)}号`
  const name = (guest: MeetingDetail['guests'][number]) =>
    guest.contact === '' ? guest.agency : `${guest.agency}（${guest.contact}）`
  const paper: MinutesPaper = {
    title: meeting.title,
    kind: meetingKinds[meeting.kind].zh,
    number,
    bureau: policy.bureau,
    meetingId: meeting.id,
    heldOn: start.toPlainDate().toString(),
    time: start.toPlainTime().toString({ smallestUnit: 'minute' }),
    place: meeting.place,
    present: guests.filter(({ attended }) => attended === true).map(name),
    absent: guests.filter(({ attended }) => attended !== true).map(name),
    lines: lines.map(({ ref, words, said }) => ({ subject: ref === '' ? words : `${words}（${ref}）`, said })),
    minutes: meeting.minutes,
    tasks: tasks.map(({ id, owner, person, words, dueOn }) => ({
      ...{ id, words, dueOn },
      owner: person === '' ? owner : `${owner} ${person}`,
    })),
    date: at.today.toString(),
  }
  const content = JSON.stringify(paper)
  await signMeeting(tx, meeting.id, by, {
    number,
    content: keyring.sealField(content),
    ...sealPaper(keyring, content),
    at: at.instant.toString(),
  })
}
