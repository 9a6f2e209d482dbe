import { ok, type Result, refuse } from '#kernel/refusal'
import type { Scope } from '#platform/database'
import type { DomainFiles } from '#platform/files'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { addDocument } from '../actions/documents/add-document.ts'
import { keepPart } from '../actions/documents/keep-part.ts'
import { readDocumentContent } from '../actions/documents/read-document.ts'
import { type Applicant, applicantOf } from '../actions/filing.ts'
import { licensingFiles } from '../actions/sealed-file.ts'
import { settingOf } from '../actions/settings.ts'
import { fileDocumentRoutes, myDocumentRoutes, windowDocumentRoutes } from '../contract/documents.ts'
import { agentDocumentRoutes, windowAgentDocumentRoutes } from '../contract/mandates.ts'
import { readDocumentList } from '../queries/document-list.ts'
import { endDocument, findDocument, listParts } from '../store/documents.ts'
import { helperOf } from './citizen.ts'
import { actingAgent, agentAtWindow } from './mandates.ts'
import { standingAt } from './window.ts'

/** Whose matter it is, and what may be seen for it. */
interface Giver {
  readonly by: Applicant
  readonly scope: Scope
}
type AtDoor = Pick<Ask, 'actor' | 'at' | 'read' | 'services'> & { readonly params: unknown }
type Door = (ask: AtDoor) => Promise<Result<Giver>>

const filesOf = ({ services }: Pick<Ask, 'services'>): Promise<DomainFiles> => licensingFiles(services.config)

/** The person at the own telephone or terminal. A helper beside sees nothing of the papers. */
const own: Door = async ask => {
  const { actor } = ask
  if (actor.kind !== 'citizen') return refuse('notPermitted')
  const helper = await helperOf(ask, actor)
  if (helper !== null) return refuse('documentsNotBeforeHelper')
  return ok({ by: applicantOf(actor), scope: { areas: [], person: actor.personIndex } })
}

const atWindow: Door = ask => standingAt(ask as Parameters<typeof standingAt>[0])
const byMandate: Door = ask => actingAgent(ask as Parameters<typeof actingAgent>[0])
const byMandateAtWindow: Door = ask => agentAtWindow(ask as Parameters<typeof agentAtWindow>[0])

/** 材料: the same six routes through each door; a door says who gives. */
function routesThrough(routes: typeof myDocumentRoutes, door: Door): readonly RouteBinding[] {
  return [
    bind(routes.list, async ask => {
      const who = await door(ask)
      if (!who.ok) return who
      const { by, scope } = who.value
      const setting = settingOf(ask.services, ask.at.today)
      const list = await ask.read(
        tx =>
          readDocumentList(
            tx,
            { ...ask.body, personIndex: by.personIndex, atWindow: by.channel === 'window' },
            setting,
          ),
        scope,
      )
      return list ? ok(list) : refuse('applicationNotFound')
    }),

    bind(routes.parts, async ask => {
      const who = await door(ask)
      if (!who.ok) return who
      const { by, scope } = who.value
      const { uploadId } = ask.params
      return ok({ parts: await ask.read(tx => listParts(tx, { uploadId, personIndex: by.personIndex }), scope) })
    }),

    bind(routes.sendPart, async ask => {
      const who = await door(ask)
      if (!who.ok) return who
      const { by, scope } = who.value
      const part = { ...ask.params, ...ask.body, personIndex: by.personIndex, at: ask.at }
      return ask.act({ action: 'licensing.sendPart', subject: ask.params.uploadId, scope }, tx =>
        keepPart(tx, part, ask.services),
      )
    }),

    bind(routes.add, async ask => {
      const who = await door(ask)
      if (!who.ok) return who
      const { by, scope } = who.value
      const { kind, uploadId, parts, ...matter } = ask.body
      const files = await filesOf(ask)
      const setting = settingOf(ask.services, ask.at.today)
      const subject = matter.applicationNo ?? matter.licenceNo ?? by.sessionId
      return ask.act({ action: 'licensing.addDocument', subject, scope, details: { kind } }, tx =>
        addDocument(tx, { matter, kind, uploadId, parts, by, at: ask.at }, { setting, files }),
      )
    }),

    bind(routes.content, async ask => {
      const who = await door(ask)
      if (!who.ok) return who
      const record = await ask.read(tx => findDocument(tx, ask.params.documentId), who.value.scope)
      if (!record) return refuse('documentUnknown')
      return readDocumentContent(record, { files: await filesOf(ask), keyring: ask.services.keyring })
    }),

    bind(routes.remove, async ask => {
      const who = await door(ask)
      if (!who.ok) return who
      const { documentId } = ask.params
      return ask.act({ action: 'licensing.removeDocument', subject: documentId, scope: who.value.scope }, async tx => {
        const record = await findDocument(tx, documentId)
        if (record?.applicationNo) return refuse('documentFiled')
        await endDocument(tx, documentId, ask.at.instant.toString())
        return ok(undefined)
      })
    }),
  ]
}

export const documentRoutes: readonly RouteBinding[] = [
  ...routesThrough(myDocumentRoutes, own),
  ...routesThrough(windowDocumentRoutes as unknown as typeof myDocumentRoutes, atWindow),
  ...routesThrough(agentDocumentRoutes as unknown as typeof myDocumentRoutes, byMandate),
  ...routesThrough(windowAgentDocumentRoutes as unknown as typeof myDocumentRoutes, byMandateAtWindow),

  // A look at a person's papers is itself on record.
  bind(fileDocumentRoutes.documentContent, async ask => {
    const record = await ask.read(tx => findDocument(tx, ask.params.documentId))
    if (!record?.applicationNo) return refuse('documentUnknown')
    const files = await filesOf(ask)
    const details = { kind: record.kind }
    return ask.act({ action: 'licensing.readDocument', subject: record.applicationNo, details }, () =>
      readDocumentContent(record, { files, keyring: ask.services.keyring }),
    )
  }),
]
