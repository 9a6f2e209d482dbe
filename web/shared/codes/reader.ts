import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'

/** 码的种类: what hangs on a wall or is printed on a carton. */
export type CodeKind = 'QRCode' | 'DataMatrix' | 'Code128' | 'ITF'

/** Patient: a hand-held picture is tilted, dim and small; one more look costs some milliseconds. */
const patient = {
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 8,
} as const

/** Every text that the picture bears in one of these kinds, each once. What was read with a wrong check sum is not given. */
export async function readCodes(picture: ImageData | Blob, kinds: readonly CodeKind[]): Promise<readonly string[]> {
  const options: ReaderOptions = { ...patient, formats: [...kinds] }
  const found = await readBarcodes(picture, options)
  return [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))]
}
