import { encodeReply } from '../reader/frame.ts'
import { statusOf } from '../reader/status-words.ts'
import { type TextField, textBlockBytes, textLayout } from '../reader/text-block.ts'
import type { SampleCard } from './cards.ts'
import { encodePhotoBlock } from './portraits.ts'

/** The 256 bytes of a card: UTF-16LE, padded with spaces. */
export function encodeTextBlock(card: SampleCard): Buffer {
  const block = Buffer.from(' '.repeat(textBlockBytes / 2), 'utf16le')
  const write = (field: TextField, text: string) => {
    const [offset, length] = textLayout[field]
    block.write(text, offset, length, 'utf16le')
  }
  for (const field of ['name', 'sex', 'ethnicGroup', 'birth', 'address', 'idNo', 'issuer'] as const)
    write(field, card[field])
  write('validFrom', card.validFrom)
  write('validTo', card.validTo)
  write('kind', card.kind ?? ' ')
  return block
}

/** The reply to "read text and photo". */
export function encodeCardReply(card: SampleCard): Buffer {
  const header = Buffer.from([0x01, 0x00, 0x04, 0x00])
  return encodeReply({
    status: statusOf('ok'),
    data: Buffer.concat([header, encodeTextBlock(card), encodePhotoBlock(card)]),
  })
}
