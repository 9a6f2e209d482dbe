import { sm2Verify, sm3 } from '#platform/crypto'
import type { Keyring } from '#platform/keyring'
import { setPdf, shippedCoverage } from '#platform/typesetting'
import type { TalkPaper } from './compose.ts'

interface Issued {
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly keyId: string
}

/** The words that were issued; undefined where they, their seal or their signature were altered. */
export function openIssued(
  paper: Issued,
  keyring: Pick<Keyring, 'openField' | 'licencePublicKeys'>,
): string | undefined {
  const keys = keyring.licencePublicKeys()
  const key = Object.hasOwn(keys, paper.keyId) ? keys[paper.keyId] : undefined
  try {
    const content = keyring.openField(paper.content)
    const digest = sm3(content)
    const good = key !== undefined && digest.toString('hex') === paper.digest && sm2Verify(key, digest, paper.signature)
    return good ? content : undefined
  } catch {
    return undefined
  }
}

/** As PDF; a character no font has leaves an open place that a person fills in, as on every paper of the bureau. */
export function renderTalkPaper(content: string, digest: string, mode: 'demo' | 'production'): Uint8Array {
  const coverage = shippedCoverage()
  const drawn = (text: string) =>
    [...text].map(one => (one === '\n' || coverage.has(one.codePointAt(0) ?? 0) ? one : '□')).join('')
  const paper = JSON.parse(content, (_, value: unknown) =>
    typeof value === 'string' ? drawn(value) : value,
  ) as TalkPaper
  const demo = mode === 'demo'
  return setPdf('modules/credit/papers/templates/talk.typ', {
    ...paper,
    digest,
    demo,
    sealWords: demo ? '模拟印章' : '',
  })
}
