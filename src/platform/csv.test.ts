import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import Type from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDate } from '#kernel/dates'
import { ok, refuse } from '#kernel/refusal'
import {
  bySchema,
  clean,
  csvLines,
  defineCsv,
  escapeFormula,
  oneOf,
  optional,
  readCsv,
  refuseIfAllBad,
  required,
  unescapeFormula,
  writeCsv,
  writeRejected,
} from './csv.ts'

const shops = defineCsv({
  columns: {
    no: required(clean(20)),
    name: required(clean(60)),
    kind: optional(oneOf(['食杂店', '超市'])),
    grade: optional(bySchema(Type.Integer({ minimum: 1, maximum: 30 }), '1 至 30 的整数')),
    opened: optional(parseDate),
  },
  toRow: cells => (cells.name === cells.no ? refuse('cellEmpty', { column: 'name' }) : ok(cells)),
  key: row => row.no,
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yzt-csv-'))
})
afterAll(() => rm(folder, { recursive: true }))

const read = async (bytes: string | Uint8Array) => {
  const result = await readCsv(
    { name: 'shops.csv', bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes },
    shops,
  )
  if (!result.ok) throw new Error(`${result.refusal} ${JSON.stringify(result.details)}`)
  return result.value
}
const refusalOf = async (bytes: string | Uint8Array) =>
  await readCsv({ name: 'shops.csv', bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }, shops)

describe('reading', () => {
  test.each([
    ['line feeds', 'no,name\n1,梁记\n2,冯记\n'],
    ['carriage returns and no last line end', 'no,name\r\n1,梁记\r\n2,冯记'],
    ['a byte order mark', '\uFEFFno,name\n1,梁记\n2,冯记\n'],
    ['a header in capitals with blanks, and unknown columns', ' NO ,x,Name\n1,?,梁记\n2,?,冯记\n'],
    ['empty lines', 'no,name\n\n1,梁记\n  \n2,冯记\n\n'],
    ['quotes', '"no","name"\n"1","梁记"\n2,"冯记"\n'],
  ])('a file with %s gives the same rows', async (_, text) => {
    const { rows, rejects } = await read(text)
    expect(rows.map(({ row }) => [row.no, row.name])).toEqual([
      ['1', '梁记'],
      ['2', '冯记'],
    ])
    expect(rejects).toEqual([])
  })

  test('GB18030 is detected and converted, even when its first Chinese character comes late', async () => {
    const text = `no,name\n${Array.from({ length: 9000 }, (_, i) => `${i + 100},plain name\n`).join('')}1,恩平䶮𠮷商店\n`
    const { rows } = await read(iconv.encode(text, 'gb18030'))
    expect(rows).toHaveLength(9001)
    expect(rows.at(-1)?.row.name).toBe('恩平䶮𠮷商店')
  })

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'), 'csvNotText'],
    ['UTF-16', Buffer.from('\uFEFFno,name\n1,梁记\n', 'utf16le'), 'csvNotText'],
    ['plain text with a NUL', Buffer.from('no,name\n1,a\0b\n'), 'csvNotText'],
    ['bytes that are neither encoding', Buffer.from('no,name\n1,\xff\xfe\xff\n', 'latin1'), 'csvNotText'],
    ['nothing', Buffer.from(''), 'csvEmpty'],
    ['a missing required column', Buffer.from('no,grade\n1,2\n'), 'csvColumnMissing'],
    ['the same column twice', Buffer.from('no,name,name\n1,2,3\n'), 'csvColumnTwice'],
    ['a quote that never closes', Buffer.from('no,name\n1,a\n2,"b\n3,c\n'), 'csvMalformed'],
  ])('%s is refused whole by name', async (_, bytes, refusal) => {
    expect(await refusalOf(bytes)).toMatchObject({ ok: false, refusal, details: { file: 'shops.csv' } })
  })

  test('a missing column is named, an unclosed quote has its line, a missing file is a refusal', async () => {
    expect(await refusalOf('grade\n1\n')).toMatchObject({ details: { columns: 'no、name' } })
    expect(await refusalOf('no,name\n1,a\n2,"b\n3,c\n')).toMatchObject({ details: { line: 3 } })
    expect(await readCsv(join(folder, 'none.csv'), shops)).toMatchObject({ refusal: 'csvFileMissing' })
  })

  test('every bad row is named with line, column, value and a Chinese reason, and the good rows stay', async () => {
    const text = [
      'no,name,kind,grade,opened',
      '1,梁记,食杂店,3,2020-01-31',
      '2,,食杂店,3,2020-01-31',
      '3,"two\r\nlines",超市,3,',
      '4,冯记,茶楼,3,2020-01-31',
      '5,冯记,超市,31,2020-01-31',
      '6,冯记,超市,1e1,2020-01-31',
      '7,冯记,超市,3,2020-02-30',
      '8,冯记',
      '1,again,超市,,',
      '9,9,,,',
      '10,吴记,,,',
    ].join('\n')
    const { rows, rejects } = await read(text)
    expect(rows.map(({ line, row }) => [line, row.no])).toEqual([
      [2, '1'],
      [13, '10'],
    ])
    expect(rejects).toEqual([
      { line: 3, column: 'name', value: '', reason: '此列必须填写，现在是空的。' },
      { line: 4, column: 'name', value: 'two\r\nlines', reason: expect.stringContaining('U+000D') },
      { line: 6, column: 'kind', value: '茶楼', reason: '不是允许的值，应为：食杂店、超市。' },
      { line: 7, column: 'grade', value: '31', reason: '不是允许的值，应为：1 至 30 的整数。' },
      { line: 8, column: 'grade', value: '1e1', reason: '不是允许的值，应为：1 至 30 的整数。' },
      { line: 9, column: 'opened', value: '2020-02-30', reason: expect.stringContaining('日期') },
      { line: 10, column: '', value: '', reason: '这一行有 2 列，表头有 5 列。' },
      { line: 11, column: '', value: '', reason: '与第 2 行重复，只采用先出现的一行。' },
      { line: 12, column: 'name', value: '9', reason: '此列必须填写，现在是空的。' },
    ])
  })

  test('a file of bad rows only is refused, a header alone is not', async () => {
    expect(refuseIfAllBad(await read('no,name\n1,\n2,\n'))).toMatchObject({
      refusal: 'csvAllRowsBad',
      details: { file: 'shops.csv', rows: 2 },
    })
    expect(refuseIfAllBad(await read('no,name\n'))).toBeUndefined()
  })

  test('bytes of any kind are rows, rejects or a named refusal, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (noise, headed) => {
        const result = await refusalOf(headed ? Buffer.concat([Buffer.from('no,name\n'), noise]) : noise)
        expect(result.ok || typeof result.refusal === 'string').toBe(true)
      }),
    )
  })
})

describe('writing', () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter(
      text => text === text.normalize('NFC').trim() && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text) && text !== '',
    )

  test('what is written is read back unchanged, formulas and quotes included', async () => {
    const formula = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', "'=", "''-", '＝'), cell)
      .map(([sign, rest]) => sign + rest)
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.oneof(cell, formula), { maxLength: 8 }), async names => {
        const text = csvLines([['no', 'name'], ...names.map((name, i) => [`n${i}`, name])])
        const { rows, rejects } = await read(text)
        expect(rejects).toEqual([])
        expect(rows.map(({ row }) => row.name)).toEqual(names)
      }),
    )
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+8613800138000', "'+8613800138000"],
    ['@cmd', "'@cmd"],
    ['-2+3', "'-2+3"],
    ['＝cmd', "'＝cmd"],
    ["'=x", "''=x"],
    ['-12.5', '-12.5'],
    ['梁记', '梁记'],
    ["'梁记", "'梁记"],
  ])('%s leaves as %s and comes back', (text, escaped) => {
    expect(escapeFormula(text)).toBe(escaped)
    expect(unescapeFormula(escaped)).toBe(text)
  })

  test('the rejected file stands beside the file in line order, readable by its owner alone, and goes when all is well', async () => {
    const file = join(folder, 'shops.csv')
    const late = { line: 9, column: 'name', value: '=HYPERLINK("x")', reason: '此列必须填写，现在是空的。' }
    const path = await writeRejected(file, [late, { ...late, line: 3 }])
    expect(path).toBe(`${file}.rejected.csv`)
    expect(await readFile(`${file}.rejected.csv`, 'utf8')).toBe(
      '\uFEFFline,column,value,reason\n' +
        [3, 9].map(n => `${n},name,"'=HYPERLINK(""x"")",此列必须填写，现在是空的。\n`).join(''),
    )
    expect((await stat(`${file}.rejected.csv`)).mode & 0o777).toBe(0o600)
    expect(await writeRejected(file, [])).toBeUndefined()
    await expect(stat(`${file}.rejected.csv`)).rejects.toThrow('ENOENT')
  })

  test('a large file passes through the reader in pieces', async () => {
    const file = join(folder, 'large.csv')
    const lines = function* () {
      yield ['no', 'name']
      for (let i = 0; i < 50_000; i += 1) yield [i, `店，${i}`]
    }
    await writeCsv(file, lines(), { bom: true })
    const result = await readCsv(file, shops)
    expect(result.ok && result.value.rows.length).toBe(50_000)
  })

  test('an upload with the same name as a file on disk reads the upload', async () => {
    await writeFile(join(folder, 'up.csv'), 'no,name\n1,disk\n')
    const result = await readCsv({ name: join(folder, 'up.csv'), bytes: Buffer.from('no,name\n1,upload\n') }, shops)
    expect(result.ok && [result.value.file, result.value.rows[0]?.row.name]).toEqual(['up.csv', 'upload'])
  })
})
