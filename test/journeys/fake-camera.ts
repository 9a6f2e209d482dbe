import { mkdtempSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { launchBrowser } from '../../web/shared/testing/browser.ts'

export interface FakeCamera {
  readonly browser: Browser
  /** What the camera sees when it is opened next. */
  hold(text: string, format: 'QRCode' | 'DataMatrix'): Promise<void>
}

/** A Chromium whose camera shows a code held before it, a little askew: the page reads it as it reads a real one. */
export async function browserWithCamera(): Promise<FakeCamera> {
  const film = join(mkdtempSync(join(tmpdir(), 'yzt-camera-')), 'held.mjpeg')
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
  const browser = await launchBrowser({
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
  return {
    browser,
    async hold(text, format) {
      const { svg } = await writeBarcode(text, { format })
      const sized = svg.replace(/<svg([^>]*?)width="(\d+)" height="(\d+)"/u, '<svg$1viewBox="0 0 $2 $3"')
      const wall = await browser.newPage({ viewport: { width: 1280, height: 720 } })
      await wall.setContent(
        `<body style="margin:0;height:720px;background:#b7b0a4;display:grid;place-items:center">
          <div style="width:560px;padding:24px;background:#eee;transform:rotate(4deg)">${sized}</div>
          <style>svg{display:block;width:100%;height:auto}</style></body>`,
      )
      const frame = await wall.screenshot({ type: 'jpeg', quality: 85 })
      await writeFile(film, Buffer.concat(Array.from({ length: 10 }, () => frame)))
      await wall.close()
    },
  }
}
