import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { randomId } from '#platform/crypto'
import { shareFiles } from '#platform/sealed-files'
import { licensingFiles, sweepLicensingFiles } from '../actions/sealed-file.ts'
import type { ApplicationDetail, CheckResult, DocumentList, DocumentView, DraftRow, SavedDraft } from '../contract.ts'
import { expireDocuments } from '../store/documents.ts'
import { atDesk, openPapersHouse, photo } from '../testing/papers-house.ts'
import { officer, submitBody } from '../testing/renewal-house.ts'

const no = '440785100001'
let house: Awaited<ReturnType<typeof openPapersHouse>>
beforeAll(async () => {
  house = await openPapersHouse([
    { no, person: 1, validTo: '2029-06-01' },
    { no: '440785100002', person: 2, validTo: '2029-06-01' },
  ])
})
afterAll(() => house.close())

const mine = '/api/licensing/my'
const matter = { service: 'change', licenceNo: no, applicationNo: null }
const asked = { answers: { items: 'addressText' }, businessFetched: true, paperMandate: false }

async function send(who: Actor, at: string, content: Buffer, of: object = matter, options: { pieces?: number } = {}) {
  const { pieces = 1 } = options
  const uploadId = randomId()
  const size = Math.ceil(content.length / pieces)
  for (let part = 0; part < pieces; part++) {
    const piece = content.subarray(part * size, (part + 1) * size).toString('base64')
    await house.ask(who, 'PUT', `${at}/uploads/${uploadId}/parts/${part}`, { body: { content: piece } })
  }
  return house.ask<DocumentView>(who, 'POST', `${at}/documents`, {
    body: { ...of, kind: 'doorPlate', uploadId, parts: pieces },
  })
}
const listOf = async (who: Actor, at: string, of: object = matter) =>
  (await house.ask<DocumentList>(who, 'POST', `${at}/document-list`, { body: { ...of, ...asked } })).body
const stateOf = (list: DocumentList, kind: string) => list.lines.find(line => line.kind === kind)?.state

describe('papers of an application', () => {
  it('come in parts, once each, without the notes of the telephone, and lie sealed on the disk', async () => {
    const who = house.online(1)
    expect(stateOf(await listOf(who, mine), 'doorPlate')).toBe('missing')
    const given = await send(who, mine, photo(), matter, { pieces: 3 })
    expect(given.body).toMatchObject({ kind: 'doorPlate', media: 'image/jpeg', name: '门牌证明' })
    expect(await send(who, mine, photo())).toMatchObject({ body: { documentId: given.body.documentId } })
    const list = await listOf(who, mine)
    expect(stateOf(list, 'doorPlate')).toBe('given')
    expect(list.lines.find(line => line.kind === 'doorPlate')?.documents).toHaveLength(1)
    const { body } = await house.ask<{ content: string }>(
      who,
      'GET',
      `${mine}/documents/${given.body.documentId}/content`,
    )
    const kept = Buffer.from(body.content, 'base64')
    expect(kept.includes('GPS')).toBe(false)
    const files = readdirSync(join(house.folder, 'files'), { recursive: true, withFileTypes: true }).filter(f =>
      f.isFile(),
    )
    expect(files).toHaveLength(1)
  })

  it('may go on where the network broke: the parts that arrived are known', async () => {
    const who = house.online(1)
    const uploadId = randomId()
    const at = `${mine}/uploads/${uploadId}`
    const put = (part: number) =>
      house.ask(who, 'PUT', `${at}/parts/${part}`, {
        body: {
          content: photo(2)
            .subarray(part * 40, (part + 1) * 40)
            .toString('base64'),
        },
      })
    await put(0)
    await put(0)
    const finish = { body: { ...matter, kind: 'other', uploadId, parts: 3 } }
    expect((await house.ask(who, 'POST', `${mine}/documents`, finish)).body.code).toBe('uploadIncomplete')
    expect((await house.ask(who, 'GET', at)).body).toEqual({ parts: [0] })
    await put(1)
    await put(2)
    expect((await house.ask(who, 'POST', `${mine}/documents`, finish)).status).toBe(200)
    expect((await house.ask(who, 'GET', at)).body).toEqual({ parts: [] })
  })

  it('are refused by name when they cannot be read, and nothing that was given is lost', async () => {
    const who = house.online(1)
    const before = await listOf(who, mine)
    expect((await send(who, mine, Buffer.from('<html>'))).body.code).toBe('documentKindWrong')
    expect((await send(who, mine, photo(3).subarray(0, 30))).body.code).toBe('documentDamaged')
    expect(await listOf(who, mine)).toEqual(before)
  })

  it('are seen by nobody else, neither listed nor opened', async () => {
    const [own, other] = [house.online(1), house.online(2)]
    const { documentId } = (await send(own, mine, photo(4))).body
    expect((await house.ask(other, 'GET', `${mine}/documents/${documentId}/content`)).body.code).toBe('documentUnknown')
    expect((await house.ask(other, 'DELETE', `${mine}/documents/${documentId}`)).status).toBe(204)
    expect((await house.ask(own, 'GET', `${mine}/documents/${documentId}/content`)).status).toBe(200)
    expect((await house.ask(own, 'DELETE', `${mine}/documents/${documentId}`)).status).toBe(204)
    expect((await house.ask(own, 'GET', `${mine}/documents/${documentId}/content`)).body.code).toBe('documentUnknown')
  })

  it('go with their draft from door to door, and end with it: thrown away, or too old', async () => {
    const [terminal, phone] = [house.house.citizen(2), house.online(2)]
    const of = { ...matter, licenceNo: '440785100002' }
    const body = { service: 'change', licenceNo: of.licenceNo, answers: asked.answers, deliver: null, phone: null }
    const save = () => house.ask<SavedDraft>(terminal, 'POST', `${mine}/drafts`, { body })
    const { code } = (await save()).body
    await send(phone, mine, photo(6), of)
    const list = await house.ask<{ items: DraftRow[] }>(terminal, 'GET', `${mine}/drafts`)
    expect(list.body.items).toMatchObject([{ code, documents: 1 }])
    expect(stateOf(await listOf(terminal, mine, of), 'doorPlate')).toBe('given')
    await house.ask(phone, 'POST', `${mine}/drafts/discarding`, { body: { code } })
    expect(stateOf(await listOf(terminal, mine, of), 'doorPlate')).toBe('missing')
    await send(phone, mine, photo(7), of)
    const [now, day] = [Temporal.Now.instant().add({ hours: 24 * 400 }), { hours: 24 }]
    await house.house.all(tx => expireDocuments(tx, now.toString(), now.subtract(day).toString()))
    expect(stateOf(await listOf(terminal, mine, of), 'doorPlate')).toBe('missing')
    // What lies in a file, or was given a moment ago, is no draft of yesterday: the test below finds its own.
    await send(house.online(1), mine, photo())
  })

  it('begun on the telephone, they lie at the window and then in the file, beside the rules, and each look is on record', async () => {
    const counter = await house.stand(1)
    const at = `/api/licensing/window/${counter}`
    expect(stateOf(await listOf(atDesk, at), 'doorPlate')).toBe('given')
    await send(atDesk, at, photo(5))
    const answers = { items: 'addressText', addressText: '沙湖镇南塘村新1号' }
    const body = submitBody(no, { service: 'change', answers })
    const { applicationNo } = (await house.ask<CheckResult>(atDesk, 'POST', `${at}/applications`, { body })).body
    const reviewer = officer('00000000-0000-4000-8000-000000000009', 'reviewer')
    const file = await house.ask<ApplicationDetail>(reviewer, 'GET', `/api/licensing/applications/${applicationNo}`)
    const row = file.body.materials.find(({ kind }) => kind === 'doorPlate')
    expect(row).toMatchObject({ label: '门牌证明', state: '已提交', detail: '2 份' })
    const documentId = row?.documents[0]?.documentId
    const content = await house.ask<{ media: string }>(
      reviewer,
      'GET',
      `/api/licensing/documents/${documentId}/content`,
    )
    expect(content.body.media).toBe('image/jpeg')
    const looks = await house.house.all(tx =>
      sql`select 1 from platform.audit_entry where action = 'licensing.readDocument' and subject = ${applicationNo}`.execute(
        tx,
      ),
    )
    expect(looks.rows).toHaveLength(1)
    // In the file they stay.
    expect((await house.ask(house.online(1), 'DELETE', `${mine}/documents/${documentId}`)).body.code).toBe(
      'documentFiled',
    )
    await expect(
      house.house.all(tx => sql`update licensing.document set ended_at = now() where id = ${documentId}`.execute(tx)),
    ).rejects.toThrow('never changed')
  })

  it('are added to a file while it is open: the timeline says so, and a correction shows what was asked', async () => {
    const who = house.online(2)
    const body = submitBody('440785100002', { service: 'change', answers: { items: 'operator' } })
    const { applicationNo } = (await house.ask<CheckResult>(who, 'POST', '/api/licensing/applications', { body })).body
    const of = { service: 'change', licenceNo: '440785100002', applicationNo }
    expect(stateOf(await listOf(who, mine, of), 'familyProof')).toBe('missing')
    const items = [{ what: '家庭成员关系证明', how: '拍照上传户口簿' }]
    const step = { event: 'askCorrection', items, version: 1 }
    const steps = `/api/licensing/applications/${applicationNo}/steps`
    expect((await house.ask(atDesk, 'POST', steps, { body: step })).status).toBe(200)
    expect((await listOf(who, mine, of)).asked).toEqual(items)
    const given = await send(who, mine, photo(6), of)
    expect(given.status).toBe(200)
    const file = await house.ask<ApplicationDetail>(atDesk, 'GET', `/api/licensing/applications/${applicationNo}`)
    expect(file.body.timeline.map(({ label }) => label)).toContain('提交材料')
    expect((await send(house.online(1), mine, photo(7), of)).body.code).toBe('applicationNotFound')
    await house.ask(who, 'POST', `${mine}/applications/${applicationNo}/withdrawal`, {})
    expect((await send(who, mine, photo(8), of)).body.code).toBe('documentsClosed')
  })

  it('are said to be lost, never shown otherwise, when the disk gives other bytes back', async () => {
    const who = house.online(1)
    const of = { service: 'close', licenceNo: no, applicationNo: null }
    const { documentId } = (await send(who, mine, photo(9), of)).body
    const { rows } = await house.house.test.database.within(
      { areas: [], person: house.house.citizen(1).personIndex },
      tx =>
        sql<{ fileDigest: string }>`select file_digest from licensing.document where id = ${documentId}`.execute(tx),
    )
    const name = String(rows[0]?.fileDigest)
    writeFileSync(join(house.folder, 'files', 'licensing', name.slice(0, 2), name.slice(2)), 'something else')
    const read = await house.ask(who, 'GET', `${mine}/documents/${documentId}/content`)
    expect(read).toMatchObject({ status: 409, body: { code: 'documentLost' } })
  })
})

it('a file that no row names is swept after a day; a paper of a matter not yet sent, which only its person sees, stays', async () => {
  const who = house.online(1)
  const { documentId } = (await send(who, mine, photo(15), { ...matter, service: 'reissue' })).body
  const files = await licensingFiles({ dataFolder: house.folder })
  const lost = await files.put(Buffer.from('left by a transaction that was undone'))
  if (!lost.ok) throw new Error(lost.refusal)
  const { database } = house.house.test
  const sweep = (hours: number) => sweepLicensingFiles(database, files, Temporal.Now.instant().add({ hours }))
  expect(await sweep(23)).toBe(0)
  // While somebody is between file and row nothing is taken.
  await database.within({ areas: 'all' }, async tx => {
    await shareFiles(tx, 'licensing')
    expect(await sweep(25)).toBe(0)
  })
  // What was taken back before it lay in a file goes with it.
  expect(await sweep(25)).toBeGreaterThan(0)
  expect(await files.find(lost.value)).toBeUndefined()
  expect((await house.ask(who, 'GET', `${mine}/documents/${documentId}/content`)).status).toBe(200)
})

describe('a form signed on paper', () => {
  it('stands for the signature only at the window, with the scan of this very matter', async () => {
    const counter = await house.stand(2)
    const at = `/api/licensing/window/${counter}`
    const licenceNo = '440785100002'
    const answers = { from: '2026-12-20', to: '2027-02-28', reason: 'illness' }
    const body = { ...submitBody(licenceNo, { service: 'suspend', answers }), signature: { kind: 'paper' } }
    expect((await house.ask(house.online(2), 'POST', '/api/licensing/applications', { body })).body.code).toBe(
      'signatureEmpty',
    )
    expect((await house.ask(atDesk, 'POST', `${at}/applications`, { body })).body.code).toBe('signedFormMissing')
    const uploadId = randomId()
    const content = photo(11).toString('base64')
    await house.ask(atDesk, 'PUT', `${at}/uploads/${uploadId}/parts/0`, { body: { content } })
    const of = { service: 'suspend', licenceNo, applicationNo: null }
    await house.ask(atDesk, 'POST', `${at}/documents`, { body: { ...of, kind: 'signedForm', uploadId, parts: 1 } })
    const sent = await house.ask<CheckResult>(atDesk, 'POST', `${at}/applications`, { body })
    expect(sent.status).toBe(200)
    const file = await house.ask<ApplicationDetail>(
      atDesk,
      'GET',
      `/api/licensing/applications/${sent.body.applicationNo}`,
    )
    expect(file.body.materials.find(({ kind }) => kind === 'signedForm')).toMatchObject({ state: '已提交' })
  })
})
