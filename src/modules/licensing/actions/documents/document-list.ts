import type { DocumentLine, DocumentView } from '../../contract/documents.ts'
import { type DocumentKind, type DocumentNeed, documents, missingOf } from '../../rules/documents/needs.ts'
import { channelLabels } from '../../rules/services/in-words.ts'
import type { DocumentRecord } from '../../store/documents.ts'

export function documentView(record: DocumentRecord): DocumentView {
  const { id: documentId, kind, media, bytes, digest, channel, givenAt } = record
  const { name } = documents[kind]
  const { zh: channelZh, en: channelEn } = channelLabels[channel]
  return {
    documentId,
    kind,
    name: name.zh,
    nameEn: name.en,
    media,
    bytes,
    digest,
    channel: channelZh,
    channelEn,
    givenAt,
  }
}

/** 材料清单: what is needed, what has come, and whatever came besides. */
export function documentLines(needs: readonly DocumentNeed[], given: readonly DocumentRecord[]): DocumentLine[] {
  const missing = missingOf(
    needs,
    given.map(({ kind }) => kind),
  )
  const beside = given.map(({ kind }) => kind).filter(kind => !needs.some(need => need.kind === kind))
  const kinds = [...new Set([...needs.map(({ kind }) => kind), ...beside])]
  return kinds.map(kind => {
    const of = given.filter(record => record.kind === kind)
    const standing = needs.find(need => need.kind === kind)?.standing
    const state =
      of.length > 0 ? 'given' : missing.includes(kind) ? 'missing' : standing === 'fetched' ? 'fetched' : 'offered'
    return { kind, ...wordsOf(kind), state, documents: of.map(documentView) }
  })
}

function wordsOf(kind: DocumentKind): Pick<DocumentLine, 'name' | 'nameEn' | 'hint' | 'hintEn'> {
  const { name, hint } = documents[kind]
  return { name: name.zh, nameEn: name.en, hint: hint.zh, hintEn: hint.en }
}
