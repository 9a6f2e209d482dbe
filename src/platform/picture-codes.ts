import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

let ready: Promise<void> | undefined

async function load(): Promise<void> {
  const bytes = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}

const patient = {
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 16,
} as const

/**
 * 画面里的码: what every code in a JPEG or PNG says, each once. `undefined` for what is no whole picture. The same reader as the
 * telephones have (zxing-cpp as WebAssembly), so a code that a telephone follows is found; one too small or torn is not.
 */
export async function readPictureCodes(picture: Uint8Array): Promise<readonly string[] | undefined> {
  ready ??= load()
  await ready
  const found = await readBarcodes(picture, patient)
  // A picture that cannot be decoded comes back as one result with no format.
  if (found.some(({ isValid, format }) => !isValid && format === ('' as string))) return undefined
  return [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))]
}
