import type { Moment } from '#kernel/dates'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { sealPaper } from '#platform/paper-seal'
import { findAgentOf } from '../store/mandates.ts'
import { findPaper, type IssuedPaper, insertPaper, lockPaperFile, takePaperSerial } from '../store/papers.ts'
import { type Bureau, bureauOn } from './bureau.ts'
import { paperKinds, paperNumber } from './kinds.ts'
import type { PaperContent, PaperFacts, PaperFile, PaperKind } from './paper.ts'

/** Where a file has several papers of one kind: which of them, and to whom it goes if not to the applicant. */
export interface PaperTo {
  readonly occasion?: string
  readonly addressee?: string
}

export interface PaperRequest<K extends PaperKind> extends PaperTo {
  readonly kind: K
  readonly applicationNo: string
  readonly facts: PaperFacts[K]
  readonly at: Moment
}

/**
 * Issues a document (制发文书) in the transaction of the act it belongs to: composes the words, takes the next number
 * of its kind and year, signs. One of a kind and occasion for an application: asked again, it returns the one that stands.
 * Throws when the application does not exist or its facts do not bear the document; that is a fault of the caller.
 */
export async function issuePaper<K extends PaperKind>(
  tx: Tx,
  keyring: Pick<Keyring, 'licence' | 'openField'>,
  request: PaperRequest<K>,
): Promise<IssuedPaper> {
  const { kind, applicationNo, at, occasion = '' } = request
  const file = await lockPaperFile(tx, applicationNo)
  if (file === undefined) throw new Error(`there is no application ${applicationNo} to write a paper for`)
  const known = await findPaper(tx, { applicationNo, kind, occasion })
  if (known !== undefined) return known
  const { year } = at.today
  const bureau = bureauOn(at.today)
  const serial = await takePaperSerial(tx, kind, year)
  const number = paperNumber(kind, year, serial, bureau.numberMark)
  const mandate = await findAgentOf(tx, applicationNo)
  const agent = mandate && keyring.openField(mandate.agentNameSealed)
  const content = JSON.stringify(contentOf(request, file, { bureau, number, agent }))
  const id = randomId()
  const { licenceNo } = file
  const issuedAt = at.instant.toString()
  const paper = { id, kind, year, serial, number, applicationNo, occasion, licenceNo, content, issuedAt }
  await insertPaper(tx, { ...paper, ...sealPaper(keyring, content) })
  return { paperId: id, number }
}

function contentOf<K extends PaperKind>(
  { kind, facts, at, addressee }: PaperRequest<K>,
  file: PaperFile,
  { bureau, number, agent }: { bureau: Bureau; number: string; agent: string | undefined },
): PaperContent {
  const { title, compose } = paperKinds[kind]
  return {
    title,
    number,
    bureau: bureau.name,
    // The decision is the holder's; who acted for him is named, because a mandate may be disputed later.
    addressee:
      addressee ??
      `${file.shopName}（负责人：${file.operatorName}${agent === undefined ? '' : `；代理人：${agent}`}）：`,
    blocks: compose(file, facts, bureau),
    date: at.today.toString(),
    applicationNo: file.applicationNo,
    licenceNo: file.licenceNo,
    ...siteRecordOf(facts),
  }
}

/** Drawings stay in the sealed record; the paper names it, and its own digest covers the record's. */
function siteRecordOf(facts: PaperFacts[PaperKind]): Pick<PaperContent, 'siteRecord'> {
  const visit = 'visit' in facts ? facts.visit : undefined
  return visit === undefined ? {} : { siteRecord: { id: visit.id, digest: visit.digest } }
}
