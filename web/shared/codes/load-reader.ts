import type { readCodes } from './reader.ts'

type Reader = typeof readCodes
let loading: Promise<Reader> | undefined

/**
 * 认码: the reader and its program (zxing-cpp as WebAssembly, 0.4 MB) come from our own server when somebody first opens a camera; the field
 * app keeps both for days without network. The same reader on every telephone: what a browser may offer itself differs by make.
 */
export function loadReader(): Promise<Reader> {
  loading ??= open().catch(error => {
    // A torn download is tried again at the next look.
    loading = undefined
    throw error
  })
  return loading
}

async function open(): Promise<Reader> {
  const [{ prepareZXingModule }, { readCodes }, { default: wasm }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('./reader.ts'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
  return readCodes
}
