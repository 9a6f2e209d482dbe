import { expect, test } from 'vitest'
import { paperKinds } from '../../../src/modules/licensing/papers/kinds.ts'
import { materialsOf } from '../../../src/modules/licensing/rules/application/materials.ts'
import { answerWord, fileWord } from './file-words.ts'

const chinese = /[\u4e00-\u9fff]/

test('every kind of paper has an English name', () => {
  const titles = Object.values(paperKinds).map(({ title }) => title)
  expect(titles.filter(title => chinese.test(fileWord(title, 'en')))).toEqual([])
})

test('so has every word that the server writes beside a material', () => {
  const words = ['card', 'face', 'code', 'oidc'].flatMap(method =>
    materialsOf({ service: 'renewal', consentVersion: '2026-11', method, findings: [], lines: [] }).flatMap(
      ({ source, state, detail }) => [source, state, detail ?? ''],
    ),
  )
  expect(words.filter(word => chinese.test(fileWord(word, 'en')))).toEqual([])
  expect(fileWord('版本 2026-11', 'en')).toBe('version 2026-11')
  expect(fileWord('2 份', 'en')).toBe('2 documents')
})

test('a choice is told in the words of its service, a name stays as it is', () => {
  expect(answerWord('reissue', '丢了、正本和副本', 'en')).toBe('Lost, Both')
  expect(answerWord('reissue', '丢了', 'zh')).toBe('丢了')
  expect(answerWord('change', '阿英食杂店', 'en')).toBe('阿英食杂店')
})
