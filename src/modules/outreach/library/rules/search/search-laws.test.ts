import { describe, expect, it } from 'vitest'
import { indexLaws, type LawArticle } from './law-index.ts'
import { readQuestion } from './question.ts'
import { searchLaws } from './search-laws.ts'

const article = (statute: number, title: string, number: number, body: string, sub = 0): LawArticle => ({
  statute,
  title,
  number,
  sub,
  label: `第${number}条`,
  heading: '',
  body,
})

const laws = [
  article(
    1,
    '中华人民共和国行政许可法',
    50,
    '被许可人需要延续依法取得的行政许可的有效期的，应当在该行政许可有效期届满三十日前提出申请。',
  ),
  article(1, '中华人民共和国行政许可法', 70, '有下列情形之一的，行政机关应当依法办理有关行政许可的注销手续。'),
  article(
    2,
    '中华人民共和国未成年人保护法',
    59,
    '学校、幼儿园周边不得设置烟、酒、彩票销售网点。禁止向未成年人销售烟、酒、彩票。',
  ),
  article(3, '中华人民共和国烟草专卖法', 50, '本条只为试验。'),
  article(4, '中华人民共和国刑法', 120, '参加恐怖活动组织。', 1),
]
const index = indexLaws(laws)
const first = (text: string) => searchLaws(index, text, 5)[0]?.article

describe('the search in the laws', () => {
  it.each([
    ['行政许可法第五十条', laws[0]],
    ['许可法50条', laws[0]],
    ['烟草专卖法 ５０', laws[3]],
    ['未成年人保护法59', laws[2]],
    ['行政许可法 七十', laws[1]],
    ['未保法第59条', laws[2]],
    ['小孩买烟', laws[2]],
    ['届瞒三十日', laws[0]],
    ['刑法第120条之一', laws[4]],
    ['学校周边 销售烟', laws[2]],
    ['有效期届满三十日前', laws[0]],
    ['有效期届满叁十日前', laws[0]],
    ['学效周边烟酒销售', laws[2]],
  ])('%s finds its article', (text, expected) => expect(first(text)).toBe(expected))

  it('marks the found words in a piece of the text', () => {
    const [hit] = searchLaws(index, '彩票销售网点', 1)
    const [from = 0, to = 0] = hit?.marks[0] ?? []
    expect(hit?.snippet.slice(from, to)).toBe('彩票销售网点')
  })

  it('finds nothing for nothing, punctuation, and words no law has', () => {
    for (const text of ['', '？！。', 'xyz']) expect(searchLaws(index, text, 5)).toEqual([])
  })

  it.each([
    ['第三十一条', { words: '', article: { number: 31, sub: 0 } }],
    ['三十日', { words: '三十日', article: undefined }],
    ['2026', { words: '2026', article: undefined }],
  ])('reads %s', (text, question) => expect(readQuestion(text)).toEqual(question))
})
