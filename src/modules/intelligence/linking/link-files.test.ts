import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linkFiles } from './link-files.ts'
import { writtenPersons } from './testing/persons.ts'

const folder = mkdtempSync(join(tmpdir(), 'yzt-link-'))
function file(name: string, ...lines: string[]): string {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  return join(folder, name)
}

describe('linking files', () => {
  it('compares the columns that both have, and names the records by their own numbers', async () => {
    const written = writtenPersons(60, 2)
    const lines = written.map(({ cells: [name, phone, id] }, at) => [`L${at}`, name, phone, id].join(','))
    const right = written.map(({ cells: [name, phone, id] }, at) => [id, `R${at}`, phone, name].join(','))
    const linked = await linkFiles(
      file('a.csv', 'rec_id,name,phone,id_no', ...lines),
      file('b.csv', 'id_no,rec_id,phone,name', ...right),
    )
    expect(linked.ok && linked.value.records).toBe(2 * written.length)
    const links = linked.ok ? linked.value.links : []
    const own = links.filter(({ left, right }) => left.slice(1) === right.slice(1))
    expect(own.length / written.length).toBeGreaterThan(0.95)
    expect(links.every(({ left, right }) => left.startsWith('L') && right.startsWith('R'))).toBe(true)
  })

  it.each([
    ['a missing file', 'none.csv', undefined, 'csvFileMissing'],
    ['no rec_id', 'c.csv', ['name', '陈'], 'csvColumnMissing'],
    ['nothing to compare', 'd.csv', ['rec_id', '1', '2'], 'linkNothingToCompare'],
    ['a number twice', 'e.csv', ['rec_id,name', '1,陈', '1,李'], 'linkIdTwice'],
    ['an open quote', 'f.csv', ['rec_id,name', '1,"陈'], 'csvMalformed'],
  ] as const)('refuses %s by name', async (_, name, lines, refusal) => {
    if (lines) file(name, ...lines)
    expect(await linkFiles(join(folder, name), undefined)).toMatchObject({ ok: false, refusal })
  })
})
