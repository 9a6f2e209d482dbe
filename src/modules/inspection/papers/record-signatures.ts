import type { Keyring } from '#platform/keyring'
import type { OfficerRow, SealedSignature } from '../queries/visits.ts'
import { timeWords } from './record-words.ts'

export interface SignedLine {
  readonly label: string
  readonly words: string
  readonly strokes: readonly (readonly (readonly number[])[])[]
}

interface Around {
  readonly officers: readonly OfficerRow[]
  readonly shop: { readonly operatorName: string } | undefined
  readonly keyring: Pick<Keyring, 'openField'>
  readonly photos: number
}

interface Opened {
  readonly name?: string
  readonly reason?: string
  readonly witness?: string
  readonly content?: string
  readonly strokes?: SignedLine['strokes']
}

/** Who signed, in the order of the paper: the retailer or his refusal, then the two officers; the last signature of each. */
export function signedLines(sealed: readonly SealedSignature[], around: Around) {
  const retailer = sealed.findLast(({ who }) => who !== 'officer')
  const opened = retailer === undefined ? undefined : open(retailer, around)
  const officers = around.officers.map(officer =>
    sealed.findLast(({ who, by }) => who === 'officer' && by === officer.id),
  )
  const lines = [
    ...(retailer && opened ? [retailerLine(retailer, opened, around.photos)] : []),
    ...officers.flatMap((signature, n) => {
      if (!signature) return []
      const name = around.officers[n]?.name ?? ''
      return [
        {
          label: '检查人员',
          words: `${name}　${timeWords(signature.capturedAt)}`,
          strokes: open(signature, around).strokes ?? [],
        },
      ]
    }),
  ]
  return { lines, read: opened?.content, contentDigest: officers.find(one => one !== undefined)?.digest ?? '' }
}

const open = ({ sealed }: SealedSignature, { keyring }: Around): Opened =>
  JSON.parse(keyring.openField(sealed)) as Opened

function retailerLine(signature: SealedSignature, it: Opened, photos: number): SignedLine {
  const at = timeWords(signature.capturedAt)
  if (signature.who === 'retailer')
    return {
      label: '当事人',
      words: `${it.name ?? ''}：以上内容已看过（已读给我听），属实。　${at}`,
      strokes: it.strokes ?? [],
    }
  const witness = it.witness ? `见证人：${it.witness}` : `没有见证人，已拍照（${photos} 张）`
  return { label: '当事人拒绝签字', words: `原因：${it.reason ?? ''}。${witness}　${at}`, strokes: it.strokes ?? [] }
}
