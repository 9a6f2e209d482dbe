import type { Moment } from '#kernel/dates'
import { maskCitizenId, maskName } from '#kernel/masking'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { CounterSession } from '../contract/counter.ts'
import { counterPolicy } from '../counter-policy.ts'
import { accessPolicy } from '../policy.ts'
import { type Card, decideCard } from '../rules/card.ts'
import type { StaffActor } from '../rules/who.ts'
import { personIndexOf } from '../secrets.ts'
import { endCounterSessions, findCounterRow, insertCounterSession } from '../store/counter.ts'

/** Who receives whom: the card as a device read it or as the officer typed it. */
interface Received {
  readonly by: Pick<StaffActor, 'staffId' | 'areas'>
  readonly at: Moment
  readonly card: Card
  readonly read: 'reader' | 'typed'
}

/** 窗口接待: the same judgement of the card as at a terminal; whoever the officer served before has gone. */
export async function openCounterSession(
  tx: Tx,
  { by, at, card, read }: Received,
  keyring: Keyring,
): Promise<Result<CounterSession>> {
  const holder = decideCard(card, at.today, accessPolicy(at.today))
  if (!holder.ok) return holder
  const { name, idNo, elder } = holder.value
  const now = at.instant.toString()
  await endCounterSessions(tx, { staffId: by.staffId }, now)
  const id = randomId()
  const idNoMasked = maskCitizenId(idNo)
  const endsAt = at.instant.add({ minutes: counterPolicy(at.today).counterMinutes }).toString()
  await insertCounterSession(tx, {
    id,
    staffId: by.staffId,
    areaCode: by.areas[0] ?? '',
    personIndex: personIndexOf(keyring, idNo),
    nameSealed: keyring.sealField(name),
    idNoMasked,
    cardRead: read,
    openedAt: now,
    endsAt,
  })
  return ok({ counterId: id, person: { name: maskName(name), idNoMasked, elder }, endsAt })
}

/** Who stands before the officer now; another officer's session, an ended and an unknown one are the same: none. */
export async function findCounterPerson(
  tx: Tx,
  asked: { readonly counterId: string; readonly staffId: string; readonly at: Moment },
): Promise<Result<{ readonly personIndex: string; readonly areaCode: string; readonly cardRead: 'reader' | 'typed' }>> {
  const row = await findCounterRow(tx, asked.counterId)
  const live =
    row &&
    row.endedAt === null &&
    row.staffId === asked.staffId &&
    Temporal.Instant.compare(Temporal.Instant.from(row.endsAt), asked.at.instant) > 0
  const { personIndex, areaCode, cardRead } = row ?? { personIndex: '', areaCode: '', cardRead: 'typed' }
  return live ? ok({ personIndex, areaCode, cardRead }) : refuse('counterSessionEnded')
}

/** As an application keeps it, like the description of a terminal's session. `name` is opened: keep it sealed again. */
export async function describeCounterSession(
  tx: Tx,
  counterId: string,
  keyring: Pick<Keyring, 'openField'>,
): Promise<{ readonly name: string; readonly idNoMasked: string; readonly cardRead: 'reader' | 'typed' } | undefined> {
  const row = await findCounterRow(tx, counterId)
  if (!row) return undefined
  return { name: keyring.openField(row.nameSealed), idNoMasked: row.idNoMasked, cardRead: row.cardRead }
}
