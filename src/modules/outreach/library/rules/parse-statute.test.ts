import { describe, expect, it } from 'vitest'
import { chineseNumeral } from '#kernel/chinese-text'
import { numberOfChinese } from '#kernel/citations-in-text'
import { parseStatute } from './parse-statute.ts'

const sample = `# 中华人民共和国样本法

2003年8月27日 通过

---

## 第一章 总 则

第一条 为了试验，制定本法。

第二条 本法所称样本，是指下列各项：

（一）甲；

（二）乙。

## 第二章 细 则

### 第一节 其他

第十条之一 增加的一条。
`

describe('a statute file', () => {
  it('becomes articles with their chapter and all their paragraphs', () => {
    const statute = parseStatute('样本法(2019-04-23).md', sample)
    expect(statute.title).toBe('中华人民共和国样本法')
    expect(statute.textOf).toBe('2019-04-23')
    expect(statute.articles).toEqual([
      { number: 1, sub: 0, label: '第一条', heading: '第一章 总 则', text: '为了试验，制定本法。' },
      {
        number: 2,
        sub: 0,
        label: '第二条',
        heading: '第一章 总 则',
        text: '本法所称样本，是指下列各项：\n（一）甲；\n（二）乙。',
      },
      { number: 10, sub: 1, label: '第十条之一', heading: '第二章 细 则 · 第一节 其他', text: '增加的一条。' },
    ])
  })

  it('reads every Chinese numeral that the kernel writes', () => {
    for (let n = 1; n < 1300; n += 1) expect(numberOfChinese(chineseNumeral(n))).toBe(n)
  })

  it('says NaN for what is no numeral', () => {
    expect(numberOfChinese('甲')).toBeNaN()
  })
})
