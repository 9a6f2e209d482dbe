import type { Moment } from '#kernel/dates'
import { makeLicenceNo } from '#kernel/licence-no'
import { ok, type Result, refuse } from '#kernel/refusal'
import { addRetailer, joinWalks, setPhone } from '#modules/registry'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import { electronicCopy, signFace } from '../elicence/sign-face.ts'
import { licenceIssued } from '../events.ts'
import { faceOf } from '../rules/face.ts'
import { firstTerm } from '../rules/renewal/term.ts'
import { type Answers, chosen, said } from '../rules/services/question.ts'
import { keepSiteCheckOfNew } from '../store/new-licences.ts'
import { type ApplicationRecord, saveNewLicence, takeLicenceSerial } from '../store.ts'
import type { Setting } from './setting.ts'
import { doorOnRecord } from './site-check/frame.ts'

/**
 * 发证 after 新办: the next number of the county, the licence with its first face, and the shop in the register, in the
 * transaction of the decision; told to the house like every other licence. Gives the number. Refuses `answersIncomplete` where the file lacks what the face needs.
 */
export async function issueLicence(
  tx: Tx,
  file: ApplicationRecord,
  { answers, at }: { answers: Answers; at: Moment },
  setting: Setting,
): Promise<Result<string>> {
  const { policy, keyring } = setting
  const parts = readParts(answers)
  if (!parts) return refuse('answersIncomplete', { values: '店名、经营者、地址' })
  const kind = parts.subjectKind === 'individual' ? 'individual' : 'enterprise'
  const area = policy.bureau.areaCode
  const licenceNo = makeLicenceNo({
    area,
    kind,
    serial: await takeLicenceSerial(tx, `${area}${kind === 'individual' ? 1 : 2}`),
  })
  const term = firstTerm(at.today, policy.termYears)
  const [validFrom, validTo] = [term.validFrom.toString(), term.validTo.toString()]
  const { shopName, operatorName, address, subjectKind } = parts
  const face = faceOf(
    { licenceNo, shopName, operatorName, address, subjectKind, scope: parts.scope },
    { validFrom, validTo, version: 1, issuedOn: validFrom },
    policy.bureau,
  )
  const operatorIndex = file.personIndex
  const licence = { ...face, areaCode: file.areaCode, operatorIndex, subjectKind, licensedOn: validFrom }
  await saveNewLicence(tx, licence, {
    face,
    token: signFace(keyring, face, electronicCopy),
    applicationNo: file.applicationNo,
    at: at.instant.toString(),
  })
  await keepSiteCheckOfNew(tx, file.applicationNo, licenceNo)
  const position = await doorOnRecord(tx, file, keyring)
  await addRetailer(tx, { ...parts, licenceNo, areaCode: file.areaCode, validFrom, validTo, position }, keyring)
  // The walks that two verifiers measured before there was a licence.
  await joinWalks(tx, file.applicationNo, licenceNo)
  // From here on the register knows the number: the decision and the later reminders reach the new shop.
  if (file.phoneSealed !== null)
    await setPhone(tx, licenceNo, keyring.openField(file.phoneSealed), { keyring, on: at.today })
  await announce(tx, licenceIssued, { licenceNo, state: 'valid', validFrom, validTo, version: 1 })
  return ok(licenceNo)
}

/** What the answers bring to the face and the register; undefined while something is open. */
function readParts(answers: Answers) {
  const [shopName, operatorName, operatorIdNo] = [
    said(answers, 'shopName'),
    said(answers, 'operatorName'),
    said(answers, 'operatorIdNo'),
  ]
  const [address, subjectKind, creditCode] = [
    said(answers, 'address'),
    said(answers, 'subjectKind'),
    said(answers, 'creditCode'),
  ]
  const businessFormat = said(answers, 'format')
  if (!shopName || !operatorName || !operatorIdNo || !address || !subjectKind || !creditCode || !businessFormat)
    return undefined
  const scope = chosen(answers, 'scope')
  return { shopName, operatorName, operatorIdNo, address, subjectKind, creditCode, businessFormat, scope }
}
