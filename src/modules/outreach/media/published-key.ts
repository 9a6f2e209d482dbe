const marker = Buffer.from([0x02, 0x00, 0x07, ...Buffer.from('publish')])

/**
 * The name under which an RTMP client asks to publish (Adobe RTMP 1.0 §7.2.2.6): the AMF0 command `publish`, its number, a null,
 * and the name, which is the key of the broadcast. `undefined` while the bytes so far do not hold it whole. The command is
 * shorter than the smallest chunk, so it is never cut by a chunk head.
 */
export function publishedKey(bytes: Buffer): string | undefined {
  const at = bytes.indexOf(marker)
  if (at < 0) return undefined
  // number: marker and eight bytes; null: one byte; string: marker and two bytes of length
  const name = at + marker.length + 9 + 1
  if (bytes.length < name + 3) return undefined
  if (bytes[name - 1] !== 0x05 || bytes[name] !== 0x02) return ''
  const length = bytes.readUInt16BE(name + 1)
  return bytes.length < name + 3 + length ? undefined : bytes.toString('utf8', name + 3, name + 3 + length)
}
