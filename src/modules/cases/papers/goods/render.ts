import { sm2Verify, sm3 } from '#platform/crypto'
import type { Keyring } from '#platform/keyring'
import { setPdf, shippedCoverage } from '#platform/typesetting'
import type { GoodsPaperRecord } from '../../store/goods-papers.ts'
import type { GoodsPaperWords } from './compose.ts'

/** The words that were issued; undefined where they, their seal or their signature were altered. */
export function openGoodsPaper(
  paper: Pick<GoodsPaperRecord, 'content' | 'digest' | 'signature' | 'keyId'>,
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
export function renderGoodsPaper(content: string, digest: string, mode: 'demo' | 'production'): Uint8Array {
  const coverage = shippedCoverage()
  const drawn = (text: string) =>
    [...text].map(one => (one === '\n' || coverage.has(one.codePointAt(0) ?? 0) ? one : '□')).join('')
  const paper = JSON.parse(content, (_, value: unknown) =>
    typeof value === 'string' ? drawn(value) : value,
  ) as GoodsPaperWords
  const demo = mode === 'demo'
  return setPdf('modules/cases/papers/templates/goods.typ', {
    ...paper,
    digest,
    demo,
    sealWords: demo ? '模拟印章' : '',
  })
}
