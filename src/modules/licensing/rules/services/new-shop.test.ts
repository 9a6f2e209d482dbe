import { describe, expect, it } from 'vitest'
import { creditCodeCheck } from '#kernel/credit-code'
import { creditCodeIn, formatOfName } from './new-shop.ts'
import { parsePlaceText, placeText } from './place-text.ts'
import { answersToSend, askedOf, type Known, likelyOf, withLikely } from './question.ts'
import { readAnswers } from './read-answers.ts'
import { services } from './table.ts'

const towns = [
  { code: '440785103', name: '沙湖镇' },
  { code: '440785104', name: '牛江镇' },
]
const newShop = {
  towns,
  ...{ applicantName: '黄模拟', numberKnown: false, businesses: [] },
  businessesLook: 'notAsked',
} as const
const business = { name: '南塘便利店', operatorName: '黄模拟', address: '恩平市沙湖镇南塘村1号' }
const knownWith = (change: Partial<Known>): Known => ({
  ...{ today: '2026-11-26', validTo: '2026-11-26', scope: [], suspendedFrom: null, suspendedTo: null, business },
  ...{ minimumMonths: 1, maximumDays: 365, newShop },
  ...change,
})
const household = `92440785MA0000000${creditCodeCheck('92440785MA0000000')}`
const company = '91440600714701386D'
const { questions } = services.issue
const asked = (answers: object, change: Partial<Known> = {}) =>
  askedOf(questions, answers as Record<string, string>, knownWith(change)).map(({ key }) => key)

describe('the questions of 新办', () => {
  it('ask nothing that the business licence, its code, the card or the address says', () => {
    expect(asked({ creditCode: household, placeSame: 'yes' })).toEqual([
      ...['creditCode', 'operatorIdNo', 'placeSame', 'position', 'placeOwner', 'areaM2', 'independent', 'format'],
      ...['scope', 'funds'],
    ])
  })

  it.each([
    ['the register does not answer', { business: null }, ['shopName', 'address', 'town'], ['placeSame']],
    ['the way of proof tells no name', { newShop: { ...newShop, applicantName: null } }, ['operatorName'], []],
    ['the session knows the number', { newShop: { ...newShop, numberKnown: true } }, [], ['operatorIdNo']],
  ])('ask for the rest where %s', (_, change, more, less) => {
    const keys = asked({ creditCode: household, placeSame: 'yes' }, change)
    expect(keys).toEqual(expect.arrayContaining(more))
    for (const key of less) expect(keys).not.toContain(key)
  })

  it('ask a company for its economic type, and where it trades elsewhere for address and town', () => {
    expect(asked({ creditCode: company, placeSame: 'no' })).toEqual(
      expect.arrayContaining(['ecoType', 'address', 'town']),
    )
    expect(asked({ creditCode: company, placeSame: 'no', address: '牛江镇新街2号' })).not.toContain('town')
  })

  const said = {
    ...{ creditCode: household, operatorIdNo: '11010519491231002x', placeSame: 'yes', placeOwner: '2501' },
    ...{ areaM2: '30', independent: 'yes', format: '食杂店', scope: '卷烟零售', funds: 'yes' },
  }

  it('are read with what the registers say in its place, whatever was sent', () => {
    const read = readAnswers(services.issue, { ...said, shopName: '另一个店名', town: '440785104' }, knownWith({}))
    expect(read).toMatchObject({
      ok: true,
      value: {
        ...{ shopName: '南塘便利店', operatorName: '黄模拟', subjectKind: 'individual', ecoType: '1403' },
        ...{ address: '恩平市沙湖镇南塘村1号', town: '440785103', operatorIdNo: '11010519491231002X' },
      },
    })
  })

  it('sent from a screen that knew, stand where the register is away at the moment of filing', () => {
    const sent = answersToSend(questions, said, knownWith({}))
    expect(readAnswers(services.issue, sent, knownWith({ business: null }))).toMatchObject({
      ok: true,
      value: { shopName: '南塘便利店', town: '440785103' },
    })
  })

  it.each([
    ['a code with a wrong check character', { creditCode: '91440600714701386E' }],
    ['an identity number with a wrong check digit', { operatorIdNo: '110105194912310021' }],
  ])('do not take %s', (_, change) => {
    expect(readAnswers(services.issue, { ...said, ...change }, knownWith({}))).toMatchObject({ refusal: 'answerWrong' })
  })
})

describe('what nearly everybody answers', () => {
  const likely = (answers: object, change: Partial<Known> = {}) => {
    const full = withLikely(questions, answers as Record<string, string>, knownWith(change))
    const shown = askedOf(questions, full, knownWith(change)).filter(q => likelyOf(q, full, knownWith(change)) !== null)
    return Object.fromEntries(shown.map(({ key }) => [key, full[key]]))
  }

  it('is the registered place, its kind by its name, cigarettes, apart from a dwelling, with funds; the place open', () => {
    expect(likely({ creditCode: household })).toEqual({
      ...{ placeSame: 'yes', position: '', independent: 'yes', format: '便利店', scope: '卷烟零售', funds: 'yes' },
    })
  })

  it('gives way to what was said, and is asked where nothing is likely', () => {
    expect(likely({ creditCode: household, placeSame: 'no', scope: '雪茄烟零售' })).toMatchObject({
      placeSame: 'no',
      scope: '雪茄烟零售',
    })
    expect(likely({ creditCode: household }, { business: { ...business, name: '志伟商行' } })).not.toHaveProperty(
      'format',
    )
    expect(likely({ creditCode: household }, { business: null })).not.toHaveProperty('placeSame')
  })

  it.each([
    ['小燕食杂店', '食杂店'],
    ['阿强士多', '食杂店'],
    ['家俊生活超市', '超市'],
    ['烟酒便利店', null],
    ['志伟商店', null],
  ])('%s is by its name: %s', (shopName, format) => expect(formatOfName({ shopName })).toBe(format))

  it.each([
    [household, household],
    [`https://www.gsxt.gov.cn/index.html?uniscid=${household.toLowerCase()}&t=1`, household],
    ['https://www.gsxt.gov.cn/%7B3fCZk0%7D', undefined],
    [`${household} ${company}`, undefined],
    [`1${household}`, undefined],
  ])('the QR %s holds the code %s', (text, code) => expect(creditCodeIn(text)).toBe(code))
})

describe('a place in text', () => {
  it.each([
    ['112.44,22.345,12', '112.440000,22.345000,12'],
    ['112.44， 22.345', '112.440000,22.345000,50'],
    ['112.44 22.345 7.2', '112.440000,22.345000,8'],
  ])('%s is read and kept as %s', (text, kept) => {
    const place = parsePlaceText(text)
    expect(place && placeText(place)).toBe(kept)
  })

  it.each(['', '112.44', '22.345,112.44', '112.44,22.345,900', '112.44,22.345,5,1', 'a,b,c'])('%s is none', text => {
    expect(parsePlaceText(text)).toBeUndefined()
  })
})
