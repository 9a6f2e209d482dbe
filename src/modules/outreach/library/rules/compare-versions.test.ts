import { expect, it } from 'vitest'
import { compareVersions } from './compare-versions.ts'

const article = (number: number, text: string) => ({ number, sub: 0, label: `第${number}条`, text })

it('tells what a new version adds, removes, changes and renumbers', () => {
  const older = [article(1, '甲'), article(2, '乙'), article(3, '丙'), article(4, '丁')]
  const newer = [article(1, '甲'), article(2, '乙二'), article(3, '新'), article(5, '丙')]
  expect(compareVersions(older, newer)).toEqual([
    { label: '第2条', kind: 'changed', before: '乙', after: '乙二', numbers: [2] },
    { label: '第3条', kind: 'changed', before: '丙', after: '新', numbers: [3] },
    { label: '第5条', kind: 'renumbered', before: '第3条', after: '第5条', numbers: [3, 5] },
    { label: '第4条', kind: 'removed', before: '丁', after: undefined, numbers: [4] },
  ])
  expect(compareVersions(older, older)).toEqual([])
})
