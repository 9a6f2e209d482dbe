import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule } from 'zxing-wasm/reader'
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer'
import { type CodeKind, readCodes } from './reader.ts'

const { resolve } = createRequire(import.meta.url)
const binary = async (name: string) => {
  const bytes = await readFile(resolve(`zxing-wasm/${name}`))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}
beforeAll(async () => {
  prepareZXingModule({ overrides: { wasmBinary: await binary('reader/zxing_reader.wasm') } })
  prepareWriter({ overrides: { wasmBinary: await binary('writer/zxing_writer.wasm') } })
})

const carton = '6111900000000107JMYC440785100011'
const licence = `https://yzt.example/v#YZT1.${'Ab3_-9'.repeat(90)}`
const kinds: readonly CodeKind[] = ['Code128', 'QRCode', 'DataMatrix', 'ITF']

/** A photograph: the symbol off the middle of a wider picture, turned by a few degrees, dim and grainy; the same numbers each time. */
async function photograph(
  text: string,
  kind: CodeKind,
  { scale, turn }: { scale: number; turn: number },
): Promise<ImageData> {
  const { symbol } = await writeBarcode(text, { format: kind })
  const [width, height] = [
    symbol.width * scale + 200,
    Math.max(symbol.height * scale, kind === 'Code128' ? 120 : 0) + 200,
  ]
  const data = new Uint8ClampedArray(width * height * 4)
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  let chance = 1
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2]
      const sx = Math.floor((dx * cos + dy * sin) / scale + symbol.width / 2)
      const high = kind === 'Code128' ? 1 : symbol.height
      const sy =
        kind === 'Code128'
          ? Math.abs(-dx * sin + dy * cos) < 50
            ? 0
            : -1
          : Math.floor((-dx * sin + dy * cos) / scale + high / 2)
      const inside = sx >= 0 && sy >= 0 && sx < symbol.width && sy < high
      chance = (chance * 48_271) % 2_147_483_647
      const light = (inside && symbol.data[sy * symbol.width + sx] === 0 ? 50 : 190) + (chance % 40)
      data.set([light, light, light - 10, 255], (y * width + x) * 4)
    }
  return { data, width, height, colorSpace: 'srgb' } as ImageData
}

describe('a code in a picture', () => {
  it.each<[string, CodeKind, string, number]>([
    ['the long QR code of a licence', 'QRCode', licence, 7],
    ['a Data Matrix on a carton', 'DataMatrix', carton, 12],
    ['a Code 128 on a carton', 'Code128', carton, 3],
  ])('%s is read from a tilted, dim and grainy photograph', async (_, kind, text, turn) => {
    expect(await readCodes(await photograph(text, kind, { scale: 4, turn }), kinds)).toEqual([text])
  })

  it('is none where the picture bears none, and only of the kinds that were asked for', async () => {
    const wall = {
      data: new Uint8ClampedArray(300 * 300 * 4).fill(180),
      width: 300,
      height: 300,
      colorSpace: 'srgb',
    } as ImageData
    expect(await readCodes(wall, kinds)).toEqual([])
    expect(await readCodes(await photograph(carton, 'DataMatrix', { scale: 4, turn: 0 }), ['QRCode'])).toEqual([])
  })
})
