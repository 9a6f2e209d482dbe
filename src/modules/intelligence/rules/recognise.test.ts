import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factValue } from './clue/fact-value.ts'
import { factsOf, recognise } from './recognise.ts'

const known = {
  today: Temporal.PlainDate.from('2026-11-23'),
  county: '440785',
  towns: [
    { code: '440785103', name: '沙湖镇' },
    { code: '440785001', name: '恩城街道' },
    { code: '440785100', name: '横陂镇' },
  ],
}
const read = (text: string) => factsOf(recognise(text, known)).map(({ kind, value }) => `${kind}=${value}`)
const carton = '6112012345678901ABCD440785100012'

describe('recognition in a Chinese text offers', () => {
  it.each([
    ['打电话 13800138000 找他', ['phone=13800138000']],
    ['电话１３８ ００１３ ８０００', ['phone=13800138000']],
    ['他的号码是一三八零零一三八零零零。', ['phone=13800138000']],
    ['+86 138-0013-8000', ['phone=13800138000']],
    ['座机 0750-7123456', ['phone=0750-7123456']],
    ['车牌粤J·12345的面包车', ['plate=粤J12345']],
    ['粤j d12345？不是，是粤JD12345', ['plate=粤JD12345']],
    ['挂车粤J1234挂', ['plate=粤J1234挂']],
    ['运单号：123456789012', ['waybill=123456789012']],
    ['单号是13800138000', ['waybill=13800138000']],
    ['加微信号 wx_yan888 付款', ['account=WX_YAN888']],
    ['打到银行卡6222021234567890128', ['account=6222021234567890128']],
    ['卡 6222021234567894', ['account=6222021234567894']],
    ['数字 6222021234567895', []],
    ['支付宝13800138000', ['account=13800138000']],
    ['SF1234567890123 已签收', ['waybill=SF1234567890123']],
    ['EMS EA123456789CN', ['waybill=EA123456789CN']],
    ['许可证号 440785100012', ['licence=440785100012']],
    ['440785100012', ['licence=440785100012']],
    ['外县的专卖证 440781100012', ['licence=440781100012']],
    ['数字 440781100012 没有说明', []],
    [`条码 ${carton.slice(0, 16)}\n${carton.slice(16)}`, [`carton=${carton}`]],
    [`条码${carton.toLowerCase()}`, [`carton=${carton}`]],
    ['身份证 11010519491231002X', []],
    ['有五十条假烟', ['sticks=10000']],
    ['大概一百多条', ['sticks=20000']],
    ['25万支', ['sticks=250000']],
    ['两件烟、半箱', ['sticks=20000', 'sticks=25000']],
    ['3.5万元货款', ['money=3500000']],
    ['收了两千块', ['money=200000']],
    ['烟叶2吨，烟丝三十斤', ['weight=2000000', 'weight=15000']],
    ['依照第五十条、条例第二条', []],
    ['支持两件事', []],
    ['几条烟', []],
    ['在沙湖镇南塘村12号', ['place=沙湖镇南塘村12号']],
    ['他住在横陂', ['place=横陂镇']],
    ['货放在南塘村仓库', ['place=南塘村仓库']],
    ['新平北路38号门口', ['place=新平北路38号']],
    ['粤ADF1234新能源货车', ['plate=粤ADF1234']],
    ['粤J12345D', ['plate=粤J12345D']],
    ['粤Z·A123澳', ['plate=粤ZA123澳']],
    ['他的电话：1 3 8 0 0 1 3 8 0 0 0', ['phone=13800138000']],
    ['一三八，零零一三，八零零零', ['phone=13800138000']],
    ['（0750）7712345', ['phone=0750-7712345']],
    ['顺丰快递SF 1234 5678 9012 3', ['waybill=SF1234567890123']],
    ['中通快递 78123456789012', ['waybill=78123456789012']],
    ['单号 12345678 200条', ['waybill=12345678', 'sticks=40000']],
    ['许可证号：4407 8510 0012', ['licence=440785100012']],
    [`前16位${carton.slice(0, 16)}，后16位${carton.slice(16)}`, [`carton=${carton}`]],
    ['支付宝账号 abc@qq.com', ['account=ABC@QQ.COM']],
    ['三万五千元', ['money=3500000']],
    ['卖了三万五块', ['money=3500000']],
    ['1万5千支', ['sticks=15000']],
    ['三百五十条、三百五块、三百零五元', ['sticks=70000', 'money=35000', 'money=30500']],
    ['二十五件半，半夜来的', ['sticks=255000']],
    ['5w元，¥3,500，￥2万', ['money=5000000', 'money=350000', 'money=2000000']],
    ['人民币叁万伍仟元', ['money=3500000']],
    ['沈海高速恩平出口', ['place=沈海高速恩平出口']],
    ['国道325线旁', ['place=国道325线']],
    ['恩平市江洲圩', ['place=江洲圩']],
    ['君堂镇堡城工业区旁', ['place=堡城工业区']],
    ['那吉镇圩镇兴隆街5号', ['place=圩镇兴隆街5号']],
    ['锦江大道中23号', ['place=锦江大道中23号']],
  ])('%s → %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('everything of one report at once, in the order of its kinds', () => {
    const text = `昨晚十点，粤J12345从沙湖镇南塘村拉了20件假烟，联系13800138000，运单号SF1234567890123，卖了8万元。`
    expect(read(text)).toEqual([
      'phone=13800138000',
      'plate=粤J12345',
      'waybill=SF1234567890123',
      'place=沙湖镇南塘村',
      'sticks=200000',
      'money=8000000',
    ])
  })
})

const filler = fc.string({ unit: fc.constantFrom(...'我看见有人卖烟每晚，。、？了呢吧 \n'), maxLength: 30 })
const planted = fc.constantFrom(
  ['phone', '13912345678'],
  ['plate', '粤JA1234'.padEnd(7, '5')],
  ['licence', '440785100345'],
  ['waybill', 'YT1234567890123'],
  ['carton', carton],
)

describe('a fact that an officer types', () => {
  it.each([
    ['plate', '粤J·a1234', '粤JA1234'],
    ['phone', '138 0013-8000', '13800138000'],
    ['phone', '不清楚', '不清楚'],
    ['waybill', 'sf 123 456 7890123', 'SF1234567890123'],
    ['licence', '４４０７８５１０００１２', '440785100012'],
    ['person', ' 陈小明 ', '陈小明'],
  ] as const)('is kept as recognition would write it: %s %s', (kind, typed, kept) => {
    expect(factValue(kind, typed)).toBe(kept)
  })
})

describe('whatever the text', () => {
  it('what is planted in it is found, whatever stands around', () => {
    fc.assert(
      fc.property(filler, planted, filler, (before, [kind, value], after) => {
        expect(read(`${before} ${value} ${after}`)).toContain(`${kind}=${value}`)
      }),
    )
  })

  it('offers quote the text where they say, do not overlap and never fail', () => {
    const mixed = fc.string({
      unit: fc.constantFrom(...'0123456789ABCxyz粤京·- 一二十百万半条支件箱元斤吨沙湖镇村路号运单第１２３Ｊ\n𠮷'),
      maxLength: 80,
    })
    fc.assert(
      fc.property(mixed, text => {
        let last = 0
        for (const { start, end, text: quoted, value } of recognise(text, known)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(quoted)
          expect(value).not.toBe('')
          last = end
        }
      }),
      { numRuns: 500 },
    )
  })
})
