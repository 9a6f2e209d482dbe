/**
 * The wire form of IPP (RFC 8010), the part an agent needs. Own code because the package's parser may loop for ever on a
 * hostile reply and prints what it does not know; the package stays as the simulator's independent counterpart.
 */
export const groupTags = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const

export const operations = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
} as const

const valueTags = {
  integer: 0x21,
  enum: 0x23,
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  mimeType: 0x49,
} as const
const charsetTag = 0x47
const languageTag = 0x48

export interface Attribute {
  name: string
  type: keyof typeof valueTags
  values: (string | number)[]
}

export type AttributeValue = string | number | boolean
export interface Group {
  tag: number
  attributes: Map<string, AttributeValue[]>
}

export interface Message {
  /** The status of a reply, the operation of a request. */
  code: number
  groups: Group[]
  /** What follows the attributes: the document of a request. */
  data: Buffer
}

/** A request with its operation attributes in the order the standard asks for. */
export function encodeRequest(operation: number, requestId: number, attributes: Attribute[]): Buffer {
  const head = Buffer.alloc(9)
  head.writeUInt16BE(0x0101, 0)
  head.writeUInt16BE(operation, 2)
  head.writeUInt32BE(requestId, 4)
  head[8] = groupTags.operation
  return Buffer.concat([
    head,
    encodeValue(charsetTag, 'attributes-charset', Buffer.from('utf-8')),
    encodeValue(languageTag, 'attributes-natural-language', Buffer.from('en')),
    ...attributes.flatMap(encodeAttribute),
    Buffer.from([groupTags.end]),
  ])
}

function encodeAttribute({ name, type, values }: Attribute): Buffer[] {
  return values.map((value, n) => encodeValue(valueTags[type], n === 0 ? name : '', valueBytes(value)))
}

function valueBytes(value: string | number): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'utf8')
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function encodeValue(tag: number, name: string, value: Buffer): Buffer {
  const label = Buffer.from(name, 'ascii')
  const head = Buffer.alloc(3)
  head[0] = tag
  head.writeUInt16BE(label.length, 1)
  const size = Buffer.alloc(2)
  size.writeUInt16BE(value.length)
  return Buffer.concat([head, label, size, value])
}

/** Reads a message; undefined when it is not one. Values of types the agent does not use are passed over. */
export function decodeMessage(bytes: Buffer): Message | undefined {
  if (bytes.length < 9) return undefined
  const message: Message = { code: bytes.readUInt16BE(2), groups: [], data: Buffer.alloc(0) }
  let group: Group | undefined
  let name = ''
  for (let at = 8; at < bytes.length; ) {
    const tag = bytes[at++] ?? 0
    if (tag === groupTags.end) return { ...message, data: bytes.subarray(at) }
    if (tag < 0x10) {
      group = { tag, attributes: new Map() }
      message.groups.push(group)
      continue
    }
    const label = sized(bytes, at)
    const value = label && sized(bytes, at + 2 + label.length)
    if (!group || !label || !value) return undefined
    at += 4 + label.length + value.length
    if (label.length > 0) name = label.toString('ascii')
    const read = readValue(tag, value)
    if (read !== undefined) group.attributes.set(name, [...(group.attributes.get(name) ?? []), read])
  }
  return undefined
}

function sized(bytes: Buffer, at: number): Buffer | undefined {
  if (at + 2 > bytes.length) return undefined
  const end = at + 2 + bytes.readUInt16BE(at)
  return end <= bytes.length ? bytes.subarray(at + 2, end) : undefined
}

function readValue(tag: number, value: Buffer): AttributeValue | undefined {
  if (tag === valueTags.integer || tag === valueTags.enum) return value.length === 4 ? value.readInt32BE() : undefined
  if (tag === valueTags.boolean) return value[0] === 1
  // 41, 42, 44–49: text, name, keyword, URI, scheme, charset, language, media type.
  return tag >= 0x41 && tag <= 0x49 ? value.toString('utf8') : undefined
}
