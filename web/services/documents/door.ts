import {
  agentDocumentRoutes,
  type DocumentKind,
  type DocumentList,
  type DocumentMatter,
  type DocumentView,
  myDocumentRoutes,
  windowAgentDocumentRoutes,
  windowDocumentRoutes,
} from '#contract/licensing'
import { call, callFromPortal } from '../../shared/api.ts'
import type { DocumentQuestion } from './question.ts'

/** 材料 through one door: the person's own telephone, or the counter where the person stands. */
export interface DocumentDoor {
  list(question: DocumentQuestion): Promise<DocumentList>
  parts(uploadId: string): Promise<readonly number[]>
  sendPart(uploadId: string, part: number, content: string): Promise<unknown>
  add(
    of: DocumentMatter & { readonly kind: DocumentKind; readonly uploadId: string; readonly parts: number },
    key: string,
  ): Promise<DocumentView>
  content(documentId: string): Promise<{ readonly media: string; readonly content: string }>
  remove(documentId: string): Promise<unknown>
}

/** A part has as long as a poor network needs for a quarter of a megabyte. */
const patience = 60_000

export const ownDoor: DocumentDoor = {
  list: body => callFromPortal(myDocumentRoutes.list, { params: {}, body }),
  parts: async uploadId => (await callFromPortal(myDocumentRoutes.parts, { params: { uploadId } })).parts,
  sendPart: (uploadId, part, content) =>
    callFromPortal(myDocumentRoutes.sendPart, { params: { uploadId, part }, body: { content }, patience }),
  add: (body, idempotencyKey) => callFromPortal(myDocumentRoutes.add, { params: {}, body, idempotencyKey, patience }),
  content: documentId => callFromPortal(myDocumentRoutes.content, { params: { documentId }, patience }),
  remove: documentId => callFromPortal(myDocumentRoutes.remove, { params: { documentId } }),
}

/** 代理人 on the own telephone: the papers are of the holder's matter. */
export const agentDoor = (mandateId: string): DocumentDoor => ({
  list: body => callFromPortal(agentDocumentRoutes.list, { params: { mandateId }, body }),
  parts: async uploadId => (await callFromPortal(agentDocumentRoutes.parts, { params: { mandateId, uploadId } })).parts,
  sendPart: (uploadId, part, content) =>
    callFromPortal(agentDocumentRoutes.sendPart, {
      params: { mandateId, uploadId, part },
      body: { content },
      patience,
    }),
  add: (body, idempotencyKey) =>
    callFromPortal(agentDocumentRoutes.add, { params: { mandateId }, body, idempotencyKey, patience }),
  content: documentId => callFromPortal(agentDocumentRoutes.content, { params: { mandateId, documentId }, patience }),
  remove: documentId => callFromPortal(agentDocumentRoutes.remove, { params: { mandateId, documentId } }),
})

export const windowDoor = (counterId: string): DocumentDoor => ({
  list: body => call(windowDocumentRoutes.list, { params: { counterId }, body }),
  parts: async uploadId => (await call(windowDocumentRoutes.parts, { params: { counterId, uploadId } })).parts,
  sendPart: (uploadId, part, content) =>
    call(windowDocumentRoutes.sendPart, { params: { counterId, uploadId, part }, body: { content }, patience }),
  add: (body, idempotencyKey) =>
    call(windowDocumentRoutes.add, { params: { counterId }, body, idempotencyKey, patience }),
  content: documentId => call(windowDocumentRoutes.content, { params: { counterId, documentId }, patience }),
  remove: documentId => call(windowDocumentRoutes.remove, { params: { counterId, documentId } }),
})

/** 代理人 at the counter: the papers are of the holder's matter. */
export const windowAgentDoor = (counterId: string, mandateId: string): DocumentDoor => {
  const params = { counterId, mandateId }
  return {
    list: body => call(windowAgentDocumentRoutes.list, { params, body }),
    parts: async uploadId => (await call(windowAgentDocumentRoutes.parts, { params: { ...params, uploadId } })).parts,
    sendPart: (uploadId, part, content) =>
      call(windowAgentDocumentRoutes.sendPart, { params: { ...params, uploadId, part }, body: { content }, patience }),
    add: (body, idempotencyKey) => call(windowAgentDocumentRoutes.add, { params, body, idempotencyKey, patience }),
    content: documentId => call(windowAgentDocumentRoutes.content, { params: { ...params, documentId }, patience }),
    remove: documentId => call(windowAgentDocumentRoutes.remove, { params: { ...params, documentId } }),
  }
}
