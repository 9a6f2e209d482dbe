/** The text of a .txt, .md or .docx; undefined for anything that is none. A .docx is opened here: the server gets words only. */
export async function readTextFile(file: Blob & { readonly name: string }): Promise<string | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (file.name.toLowerCase().endsWith('.docx')) return readDocx(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Older Chinese office programs still write GB 18030.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Word keeps its text in `word/document.xml` of a zip: one `<w:p>` a paragraph, its words in `<w:t>`. */
async function readDocx(bytes: Uint8Array): Promise<string | undefined> {
  const entry = findEntry(bytes, 'word/document.xml')
  if (entry === undefined) return undefined
  const xml = await inflate(entry).catch(() => undefined)
  if (xml === undefined) return undefined
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const paragraphs = [...document.getElementsByTagName('w:p')]
  return paragraphs.map(p => [...p.getElementsByTagName('w:t')].map(word => word.textContent).join('')).join('\n')
}

interface ZipEntry {
  readonly deflated: boolean
  readonly data: Uint8Array<ArrayBuffer>
}

/** By the directory at the end of the file (PKWARE APPNOTE 4.3.12); sizes in local headers may be left out. */
function findEntry(bytes: Uint8Array, name: string): ZipEntry | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0) return undefined
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)]
    const [nameLength, more] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
    ]
    const local = view.getUint32(at + 42, true)
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)) === name) {
      if (local + 30 > bytes.length) return undefined
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      return { deflated: method === 8, data: bytes.slice(start, start + size) }
    }
    at += 46 + nameLength + more
  }
  return undefined
}

async function inflate({ deflated, data }: ZipEntry): Promise<string> {
  if (!deflated) return new TextDecoder().decode(data)
  return new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
}
