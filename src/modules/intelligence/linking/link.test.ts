import { describe, expect, it } from 'vitest'
import { type Link, linkRecords } from './link.ts'
import { recordsOf, type Written, writtenPersons } from './testing/persons.ts'

const written = writtenPersons(300, 3)

/** Precision and recall over all pairs of records of one person. */
function quality(of: readonly Written[], links: readonly Link[]): { precision: number; recall: number } {
  let pairs = 0
  of.forEach(({ person }, at) => {
    pairs += of.slice(at + 1).filter(other => other.person === person).length
  })
  const right = links.filter(({ left, right }) => of[left]?.person === of[right]?.person).length
  return { precision: right / links.length, recall: right / pairs }
}

const row = (person: number, ...cells: string[]): Written => ({ person, cells })

describe('linking records of the same person', () => {
  it('finds them by name, telephone, identity number, address and plate in spite of slips and gaps', () => {
    const { precision, recall } = quality(written, linkRecords(recordsOf(written)))
    expect(precision).toBeGreaterThan(0.98)
    expect(recall).toBeGreaterThan(0.94)
  })

  it('says the same whatever the order of the records', () => {
    const turned = written.toReversed()
    const found = (of: readonly Written[]): Set<string> =>
      new Set(
        linkRecords(recordsOf(of)).map(({ left, right }) =>
          [of[left], of[right]]
            .map(one => written.indexOf(one as Written))
            .sort()
            .join('-'),
        ),
      )
    const [one, other] = [found(written), found(turned)]
    const common = [...one].filter(pair => other.has(pair)).length
    expect(common / Math.max(one.size, other.size)).toBeGreaterThan(0.98)
  })

  it('does not take two persons of the same common name for one', () => {
    const twins = [
      ...written,
      row(-1, '陈志强', '13800000001', '440785197001010011', '恩城街道新平路1号', ''),
      row(-2, '陈志强', '13911111112', '440785198502022222', '横陂镇石坎村9号', ''),
    ]
    const links = linkRecords(recordsOf(twins))
    expect(links).not.toContainEqual(expect.objectContaining({ left: written.length, right: written.length + 1 }))
  })

  it('takes a name written by its sound for the same name', () => {
    const heard = [
      ...written,
      row(-1, '聂铭华', '13812345678', '', '沙湖镇市场路88号', ''),
      row(-1, '聂鸣桦', '13812345678', '', '沙湖镇市场路88号', ''),
    ]
    expect(linkRecords(recordsOf(heard))).toContainEqual(
      expect.objectContaining({ left: written.length, right: written.length + 1 }),
    )
  })

  it('links two files across only, and one to one when neither has doubles', () => {
    const firsts = written.filter(({ person }, at) => written.findIndex(one => one.person === person) === at)
    const seconds = written.filter(
      ({ person }, at) =>
        written.findIndex(one => one.person === person) < at &&
        written.findLastIndex(one => one.person === person) === at,
    )
    const both = [...firsts, ...seconds]
    const links = linkRecords(recordsOf(both, firsts.length))
    expect(links.every(({ left, right }) => left < firsts.length && right >= firsts.length)).toBe(true)
    expect(new Set(links.map(({ left }) => left)).size).toBe(links.length)
    const { precision, recall } = quality(both, links)
    expect(precision).toBeGreaterThan(0.98)
    expect(recall).toBeGreaterThan(0.9)
  })

  it('gives nothing for no record, one record, and columns without a word', () => {
    expect(linkRecords({ ids: [], columns: [], second: undefined })).toEqual([])
    expect(linkRecords(recordsOf(written.slice(0, 1)))).toEqual([])
    expect(linkRecords({ ids: ['a', 'b'], columns: [{ name: 'x', cells: ['', ''] }], second: undefined })).toEqual([])
  })
})
