import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKey } from './address-key.ts'
import { type Centre, mapCells } from './map-cells.ts'
import { type Point, signedArea } from './polygon.ts'
import { parseScope } from './scope.ts'

const shahu = { townCode: '440785103', townName: '沙湖镇' }
const encheng = { townCode: '440785001', townName: '恩城街道' }

describe('address key', () => {
  test.each([
    ['广东省江门市恩平市沙湖镇南塘村12号', '南塘村12号'],
    ['恩平市沙湖镇南塘村 １２ 號', '南塘村12号'],
    ['沙湖鎮南塘村十二号', '南塘村12号'],
    ['沙湖镇南塘村12号之一', '南塘村12-1号'],
    ['沙湖镇南塘村12号-1', '南塘村12-1号'],
    ['沙湖镇南塘村12-1号', '南塘村12－1号'],
    ['沙湖镇南塘村12之1号', '南塘村12号之1号'],
    ['沙湖镇南塘村（中心路）二十号', '南塘村中心路20号'],
    ['沙湖镇南塘村012号', '南塘村12号'],
    ['沙湖镇南塘村一百零三号', '南塘村103号'],
  ])('%s is the same door as %s', (a, b) => {
    expect(addressKey(a, shahu)).toBe(addressKey(b, shahu))
  })

  test.each([
    ['南塘村12号', '南塘村12号之一'],
    ['南塘村12号', '南塘村2号'],
    ['南塘村12号之一', '南塘村12号之二'],
    ['南塘村十号', '南塘村一号'],
    ['南塘村100号', '南塘村1号'],
    ['南塘村112号', '南塘村11-2号'],
    ['圩镇1号', '圩镇1号A铺'],
  ])('%s is another door than %s', (a, b) => {
    expect(addressKey(a, shahu)).not.toBe(addressKey(b, shahu))
  })

  test('the town is part of the key, in every spelling of the street office', () => {
    expect(addressKey('中心路1号', shahu)).not.toBe(addressKey('中心路1号', encheng))
    const key = addressKey('中心路1号', encheng)
    for (const town of ['恩城街道', '恩城街道办事处', '恩城街道办', '恩城镇']) {
      expect(addressKey(`恩平市${town}中心路1号`, encheng)).toBe(key)
    }
  })

  test('door numbers in Chinese and in figures agree from 1 to 999', () => {
    const tens = ['', '十', '二十', '三十', '四十', '五十', '六十', '七十', '八十', '九十']
    const chinese = (n: number): string => {
      const [hundred, rest] = [Math.floor(n / 100), n % 100]
      const low = `${tens[Math.floor(rest / 10)] ?? ''}${'零一二三四五六七八九'.charAt(rest % 10).replace('零', '')}`
      if (hundred === 0) return low
      const gap = rest === 0 ? '' : rest < 10 ? '零' : rest < 20 ? '一' : ''
      return `${'一二三四五六七八九'.charAt(hundred - 1)}百${gap}${low}`
    }
    for (let n = 1; n <= 999; n += 1) {
      expect(addressKey(`路${chinese(n)}号`, shahu)).toBe(addressKey(`路${n}号`, shahu))
    }
  })

  test('any text has a key that begins with its town and is stable when read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => {
        const key = addressKey(text, shahu)
        expect(key.startsWith('440785103|')).toBe(true)
        expect(addressKey(` ${text}\n`, shahu)).toBe(key)
      }),
    )
  })
})

describe('scope of a licence', () => {
  test.each([
    ['卷烟零售;雪茄烟零售', ['卷烟零售', '雪茄烟零售']],
    ['雪茄烟、卷烟', ['卷烟零售', '雪茄烟零售']],
    ['电子烟', ['电子烟零售']],
    ['雪茄', ['雪茄烟零售']],
  ])('%s is read', (text, scope) => {
    expect(parseScope(text)).toEqual({ ok: true, value: scope })
  })
  test.each(['烟叶', ';', '卷烟;啤酒'])('%s is refused', text => {
    expect(parseScope(text)).toMatchObject({ ok: false, refusal: 'cellNotAllowed' })
  })
})

describe('cells of the map', () => {
  const degrees = (min: number, max: number) => fc.integer({ min: min * 1000, max: max * 1000 }).map(n => n / 1000)
  const place = fc.record({ lng: degrees(112, 112.6), lat: degrees(22, 22.5) })
  const centres = fc
    .uniqueArray(place, { minLength: 1, maxLength: 12, selector: p => `${p.lng},${p.lat}` })
    .map(places => places.map((p, i): Centre => ({ ...p, code: String(i), name: String(i) })))
  const flat = (ring: readonly (readonly [number, number])[]): Point[] => ring.slice(0, -1).map(([x, y]) => ({ x, y }))

  test('every cell is a closed counter-clockwise ring', () => {
    fc.assert(
      fc.property(centres, list => {
        for (const { ring } of mapCells(list)) {
          expect(ring.length).toBeGreaterThanOrEqual(4)
          expect(ring[0]).toEqual(ring.at(-1))
          expect(signedArea(flat(ring))).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('a place inside a cell is nearest to its own centre, and each centre lies in its cell', () => {
    const inside = (point: Point, ring: readonly Point[]) =>
      ring.every((a, i) => {
        const b = ring[(i + 1) % ring.length] ?? a
        return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 1e-6
      })
    fc.assert(
      fc.property(centres, place, (list, probe) => {
        const cells = mapCells(list)
        const stretch = Math.cos(((list.reduce((sum, c) => sum + c.lat, 0) / list.length) * Math.PI) / 180)
        const far = (c: { lng: number; lat: number }) => Math.hypot((c.lng - probe.lng) * stretch, c.lat - probe.lat)
        const nearest = Math.min(...cells.map(far))
        for (const cell of cells) {
          if (inside({ x: probe.lng, y: probe.lat }, flat(cell.ring))) expect(far(cell)).toBeCloseTo(nearest, 3)
        }
      }),
    )
  })

  test('together the cells fill the outline without overlap', () => {
    fc.assert(
      fc.property(centres, list => {
        const area = (cells: ReturnType<typeof mapCells>) =>
          cells.reduce((sum, { ring }) => sum + signedArea(flat(ring)), 0)
        const [first] = list
        if (list.length < 2 || first === undefined) return
        const parts = mapCells(list)
        const boxes = parts.flatMap(({ ring }) => ring)
        const width = Math.max(...boxes.map(([x]) => x)) - Math.min(...boxes.map(([x]) => x))
        const height = Math.max(...boxes.map(([, y]) => y)) - Math.min(...boxes.map(([, y]) => y))
        expect(area(parts)).toBeLessThanOrEqual(width * height + 1e-6)
        expect(area(parts)).toBeGreaterThan(0.015)
      }),
    )
  })

  test('no centre, or two on one spot, is no error', () => {
    expect(mapCells([])).toEqual([])
    const one = { code: '1', name: 'a', lng: 112.3, lat: 22.2 }
    expect(mapCells([one, { ...one, code: '2' }])).toHaveLength(1)
  })
})
