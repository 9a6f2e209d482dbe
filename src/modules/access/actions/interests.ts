import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { type InterestAsked, mayEndInterest, readInterest } from '../rules/interest.ts'
import type { ByStaff } from '../rules/who.ts'
import { personIndexOf } from '../secrets.ts'
import { endInterestRow, insertInterest, isShop, listOfficerNames, lockInterest } from '../store/interest.ts'

/** 申报、登记利害关系: from this moment tasks, draws, cases and site checks leave this person out where it touches. */
export async function stateInterest(
  tx: Tx,
  asked: InterestAsked,
  { by, at, keyring }: ByStaff & { readonly keyring: Keyring },
): Promise<Result<string>> {
  const read = readInterest(asked, by, at.today)
  if (!read.ok) return read
  const { staffId, kind, subject, words, fromOn, toOn } = read.value
  if ('licenceNo' in subject && !(await isShop(tx, subject.licenceNo))) return refuse('interestShopUnknown')
  if (!(await listOfficerNames(tx)).some(({ id }) => id === staffId)) return refuse('staffMissing')
  const id = randomId()
  const person = 'person' in subject ? subject.person : null
  const kept = await insertInterest(tx, {
    ...{ id, staffId, kind, fromOn, toOn },
    licenceNo: 'licenceNo' in subject ? subject.licenceNo : null,
    personIndex: person === null ? null : personIndexOf(keyring, person.idNo),
    personSealed: person === null ? null : keyring.sealField(JSON.stringify(person)),
    wordsSealed: keyring.sealField(words),
    by: by.staffId,
    at: at.instant.toString(),
  })
  return kept ? ok(id) : refuse('interestTwice')
}

/** 结束: by a head who has checked that it is over, never by the person himself. */
export async function endInterest(
  tx: Tx,
  { id, reason }: { readonly id: string; readonly reason: string },
  { by, at }: ByStaff,
): Promise<Result<null>> {
  const found = await lockInterest(tx, id)
  if (!found) return refuse('interestMissing')
  if (found.ended) return refuse('interestEnded')
  const may = mayEndInterest(found.staffId, by)
  if (!may.ok) return may
  const words = cleanText(reason, { max: 200, lines: true })
  if (!words.ok) return refuse('interestWordsMissing')
  await endInterestRow(tx, id, { by: by.staffId, at: at.instant.toString(), reason: words.value })
  return ok(null)
}
