import type { Actor } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { houseFiles } from '#platform/files'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { noteCustody } from '../actions/custody.ts'
import { addEvidence, addLargeEvidence, attachVisit, keepEvidencePart } from '../actions/evidence.ts'
import { openPiece } from '../actions/evidence-pieces.ts'
import { confirmRecord, writeRecord } from '../actions/record.ts'
import { stepCase } from '../actions/take-step.ts'
import type { CaseDetail } from '../contract/case-detail.ts'
import { detailRoutes as routes } from '../contract/detail.ts'
import { bundleOf, renderRecord } from '../papers/bundle.ts'
import { openPaper, renderCasePaper } from '../papers/issue.ts'
import { recordPage } from '../papers/record-page.ts'
import { listOfficers } from '../queries/around.ts'
import { readCase } from '../queries/detail.ts'
import { readDossier } from '../queries/dossier.ts'
import { checks, lint } from '../rules/lint/lint.ts'
import { findEvidence } from '../store/evidence.ts'
import { findPaper, lockRecord } from '../store/papers.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Asked = Pick<Ask, 'actor' | 'at' | 'services' | 'act'>
const staffOf = ({ actor }: Pick<Ask, 'actor'>): Staff | undefined => (actor.kind === 'staff' ? actor : undefined)
const around = async (ask: Asked, by: Staff) => ({
  ...{ by, at: ask.at, keys: ask.services.keyring },
  files: await houseFiles(ask.services.config),
})

/** One write of a member of staff; what comes back is the case as he sees it now. */
async function changed(
  ask: Asked,
  told: { readonly action: string; readonly subject: string },
  work: (tx: Tx, by: Staff) => Promise<Result<string>>,
): Promise<Result<CaseDetail>> {
  const by = staffOf(ask)
  if (!by) return refuse('notPermitted')
  return ask.act(told, async tx => {
    const done = await work(tx, by)
    return done.ok ? readCase(tx, done.value, { by, at: ask.at }, ask.services.keyring) : done
  })
}

/** 一件案件 */
export const detailBindings: readonly RouteBinding[] = [
  // 谁看过: a case is about a person; every look is logged.
  bind(routes.read, ask =>
    changed(ask, { action: 'cases.read', subject: ask.params.no }, async () => ok(ask.params.no)),
  ),

  bind(routes.step, ask =>
    changed(ask, { action: `cases.${ask.body.event}`, subject: ask.params.no }, (tx, by) =>
      stepCase(tx, { no: ask.params.no, ...ask.body, by, at: ask.at }, ask.services.keyring),
    ),
  ),

  bind(routes.evidence, ask =>
    changed(ask, { action: 'cases.addEvidence', subject: ask.params.no }, async (tx, by) => {
      const { content, upload, ...taken } = ask.body
      const told = await around(ask, by)
      if (upload) {
        const large = { ...taken, uploadId: upload.id, parts: upload.parts }
        return addLargeEvidence(tx, ask.params.no, large, told)
      }
      if (content === undefined) return refuse('evidencePartMissing')
      return addEvidence(tx, ask.params.no, { ...taken, content: Buffer.from(content, 'base64') }, told)
    }),
  ),

  bind(routes.evidencePart, async ask => {
    const by = staffOf(ask)
    if (!by) return refuse('notPermitted')
    const told = await around(ask, by)
    return ask.act({ action: 'cases.addEvidencePart', subject: ask.params.no }, async tx => {
      const { no, uploadId, part } = ask.params
      const content = Buffer.from(ask.body.content, 'base64')
      const kept = await keepEvidencePart(tx, no, { uploadId, part, content }, told)
      return kept.ok ? ok(undefined) : kept
    })
  }),

  bind(routes.attachVisit, ask =>
    changed(ask, { action: 'cases.attachVisit', subject: ask.params.no }, async (tx, by) =>
      attachVisit(tx, ask.params.no, ask.body.taskId, await around(ask, by)),
    ),
  ),

  bind(routes.custody, ask =>
    changed(ask, { action: 'cases.custody', subject: ask.params.id }, async (tx, by) => {
      return noteCustody(tx, { ...ask.params, ...ask.body }, { by, at: ask.at, keys: ask.services.keyring })
    }),
  ),

  bind(routes.evidenceFile, async ask => {
    const files = await houseFiles(ask.services.config)
    return ask.act({ action: 'cases.readEvidence', subject: ask.params.id }, async tx => {
      const row = await findEvidence(tx, ask.params.id)
      if (!row) return refuse('evidenceUnknown')
      const parts = Math.max(1, row.parts)
      const piece = await openPiece(row, ask.query.part ?? 1, files, ask.services.keyring)
      // A small piece is compared here; a large one by whoever puts its parts together.
      if (!piece || (parts === 1 && sm3(piece).toString('hex') !== row.digest)) return refuse('evidenceDamaged')
      const { media, digest, bytes } = row
      return ok({ media, digest, bytes, parts, content: piece.toString('base64') })
    })
  }),

  bind(routes.record, ask =>
    changed(ask, { action: 'cases.writeRecord', subject: ask.params.no }, async (tx, by) => {
      const { shown: _, ...content } = ask.body
      const made = await writeRecord(tx, ask.params.no, content, await around(ask, by))
      return made.ok ? ok(made.value.caseNo) : made
    }),
  ),

  bind(routes.confirmRecord, ask =>
    changed(ask, { action: 'cases.confirmRecord', subject: ask.params.id }, async (tx, by) =>
      confirmRecord(tx, ask.params.id, ask.body.digest, await around(ask, by)),
    ),
  ),

  bind(routes.recordPaper, ask =>
    ask.act({ action: 'cases.readRecord', subject: ask.params.id }, async tx => {
      const row = await lockRecord(tx, ask.params.id)
      if (!row) return refuse('recordUnknown')
      const officers = await listOfficers(tx)
      const page = recordPage(
        row,
        ask.services.keyring,
        label => officers.find(o => `staff:${o.id}` === label)?.name ?? label,
      )
      return page ? ok(renderRecord(page, ask.services.config.mode)) : refuse('recordChanged')
    }),
  ),

  bind(routes.paper, ask =>
    ask.act({ action: 'cases.readPaper', subject: ask.params.id }, async tx => {
      const row = await findPaper(tx, ask.params.id)
      if (!row) return refuse('notFound')
      const paper = openPaper(row, ask.services.keyring)
      return paper ? ok(renderCasePaper(paper, row.digest, ask.services.config.mode)) : refuse('casePaperAltered')
    }),
  ),

  bind(routes.lint, async ({ params, read, services, at }) => {
    const files = await houseFiles(services.config)
    const dossier = await read(tx => readDossier(tx, params.no, { at, keys: services.keyring, files }))
    if (!dossier) return refuse('caseUnknown')
    return ok({ items: [...lint(dossier)], checks: Object.keys(checks).length })
  }),

  // 谁看过: the whole file leaves the house; that stands in the ledger.
  bind(routes.bundle, async ask => {
    const { keyring: keys, config } = ask.services
    const files = await houseFiles(config)
    return ask.act({ action: 'cases.exportFile', subject: ask.params.no }, async tx => {
      const pdf = await bundleOf(tx, ask.params.no, { keys, files, mode: config.mode })
      return pdf ? ok(pdf) : refuse('caseUnknown')
    })
  }),
]
