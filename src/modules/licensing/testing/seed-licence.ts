import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { LicenceFace } from '../rules/licence-face.ts'
import { sampleFace } from '../rules/sample-face.ts'

export interface SeededLicence {
  readonly face: LicenceFace
  readonly operatorIndex: string
  readonly state: string
}

/** A licence with its first version, as tests need one in the register. */
export async function seedLicence(database: Database, change: Partial<SeededLicence> = {}): Promise<SeededLicence> {
  const licence = { face: { ...sampleFace, version: 1 }, operatorIndex: 'person-1', state: 'valid', ...change }
  const { face, operatorIndex, state } = licence
  await database.within({ areas: 'all' }, async tx => {
    await sql`insert into licensing.licence (licence_no, area_code, operator_index, shop_name, operator_name, address,
        subject_kind, scope, licensed_on, state, valid_from, valid_to, version)
      values (${face.licenceNo}, '440785102', ${operatorIndex}, ${face.shopName}, ${face.operatorName}, ${face.address},
        'individual', ${[...face.scope]}, ${face.issuedOn}, ${state}, ${face.validFrom}, ${face.validTo}, ${face.version})
      `.execute(tx)
    await sql`insert into licensing.licence_version (licence_no, version, face, valid_from, valid_to, reason, issued_at)
      values (${face.licenceNo}, ${face.version}, ${JSON.stringify(face)}::jsonb, ${face.validFrom}, ${face.validTo},
        'import', '2026-11-23T00:00:00Z')`.execute(tx)
  })
  return licence
}

/** A granted renewal of it, as papers need one. */
export async function seedApplication(
  database: Database,
  licence: SeededLicence,
  applicationNo: string,
): Promise<void> {
  await database.within({ areas: 'all' }, tx =>
    sql`insert into licensing.application (application_no, service, licence_no, shop_name, area_code, person_index, state, outcome,
        timely, deemed_after, received_at, received_on, captured_at, started_at, channel, session_id, method,
        consent_version, signature_sealed, answers_sealed, deliver_mode)
      values (${applicationNo}, 'renewal', ${licence.face.licenceNo}, ${licence.face.shopName}, '440785102', ${licence.operatorIndex}, 'submitted',
        'person', true, '2027-01-01', now(), '2026-11-23', now(), now(), 'terminal', 's1', 'card', '1', 'sealed', 'sealed', 'electronic')
      `.execute(tx),
  )
}
