import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvText } from './csv.ts'

describe('the export of a list', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+8613800000000', "'+8613800000000"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tTAB', "'\tTAB"],
    ['＝全角', "'＝全角"],
    ['普通商店', '普通商店'],
    ['有,逗号', '"有,逗号"'],
    [-3, '-3'],
  ])('writes %j as %j', (given, expected) => expect(csvCell(given)).toBe(expected))

  it('opens in Excel as UTF-8 and ends every line', () => {
    expect(csvText([{ a: 'x' }], [{ head: '甲', cell: row => row.a }])).toBe('\uFEFF甲\r\nx\r\n')
  })

  it('writes a missing value as an empty cell', () => {
    expect(csvText([{ a: null }], [{ head: 'a', cell: row => row.a }])).toBe('\uFEFFa\r\n\r\n')
  })

  it('loses no text: a reader of the format gets back what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), rows => {
        const text = csvText(rows, [
          { head: 'a', cell: row => `·${row[0]}` },
          { head: 'b', cell: row => `·${row[1]}` },
        ])
        const read = parse(text, { bom: true, fromLine: 2 }) as string[][]
        expect(read).toEqual(rows.map(row => row.map(cell => `·${cell}`)))
      }),
    )
  })
})
