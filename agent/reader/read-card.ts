import { ok, type Result, refuse } from '#kernel/refusal'
import { flawOf } from './card-checks.ts'
import type { Answer, Exchange } from './exchange.ts'
import { type CardText, decodeTextBlock } from './text-block.ts'

/** What one look at the reader gave: the card's text, or why there is none. */
export type CardRead = Result<
  CardText,
  'noCard' | 'cardUnreadable' | 'cardPulled' | 'cardUnsupported' | 'cardMalformed' | 'readerAbsent'
>

/** Is given a copy of the photo block of a card that was read well. */
export type TakePhoto = (block: Buffer) => void

type Attempt = CardRead | 'again'

const attempts = 3

/**
 * Find → select → read, as often as a damaged reply allows.
 * Some readers answer "find failed" for a card they already selected, so the read is tried even then;
 * only when it fails too there is no card.
 */
export async function readCard(reader: Exchange, takePhoto: TakePhoto = () => {}): Promise<CardRead> {
  for (let n = 0; n < attempts; n++) {
    const attempt = await readOnce(reader, takePhoto)
    if (attempt !== 'again') return attempt
  }
  return refuse('cardUnreadable')
}

async function readOnce(reader: Exchange, takePhoto: TakePhoto): Promise<Attempt> {
  const found = await reader.ask('findCard')
  if (found.kind === 'notConnected') return refuse('readerAbsent')
  if (found.kind === 'silence') return afterSilence(reader)
  await reader.ask('selectCard')
  const read = await reader.ask('readCard')
  if (read.kind === 'reply' && read.status === 'ok') return cardOf(read.data, takePhoto)
  if (read.kind === 'notConnected') return refuse('readerAbsent')
  const wasThere = found.kind === 'reply' && found.status === 'cardFound'
  return wasThere ? whyFailed(reader, read) : refuse('noCard')
}

async function whyFailed(reader: Exchange, read: Answer): Promise<Attempt> {
  if (read.kind !== 'reply') return afterSilence(reader)
  if (read.status !== 'readFailed') return refuse('cardUnreadable')
  const still = await reader.ask('findCard')
  return still.kind === 'reply' && still.status === 'findFailed' ? refuse('cardPulled') : 'again'
}

/** A reply may have been damaged on the line; a reader that answers nothing at all is not there. */
async function afterSilence(reader: Exchange): Promise<Attempt> {
  const status = await reader.ask('status')
  return status.kind === 'reply' ? 'again' : refuse('readerAbsent')
}

/** Takes text and photo by the lengths in the header and overwrites all that came: whoever took the photo block owns it. */
function cardOf(data: Buffer, takePhoto: TakePhoto): CardRead {
  try {
    if (data.length < 4) return refuse('cardMalformed')
    const textEnd = 4 + data.readUInt16BE(0)
    if (data.length < textEnd + data.readUInt16BE(2)) return refuse('cardMalformed')
    const block = decodeTextBlock(data.subarray(4, textEnd))
    if (block.kind === 'malformed') return refuse('cardMalformed')
    if (block.kind !== 'citizen') return refuse('cardUnsupported')
    if (flawOf(block.text)) return refuse('cardMalformed')
    takePhoto(Buffer.from(data.subarray(textEnd, textEnd + data.readUInt16BE(2))))
    return ok(block.text)
  } finally {
    data.fill(0)
  }
}
