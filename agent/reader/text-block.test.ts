import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeTextBlock } from '../dock/card-bytes.ts'
import { loadDrawer, type SampleCard } from '../dock/cards.ts'
import { ethnicGroupName } from './ethnic-groups.ts'
import { decodeTextBlock, textLayout } from './text-block.ts'

const drawer = loadDrawer()
const retailer = drawer.find(card => card.id === 'retailer') as SampleCard
const decode = (changes: Partial<SampleCard>) => decodeTextBlock(encodeTextBlock({ ...retailer, ...changes }))

describe('the text block', () => {
  it('gives every field of a citizen card without its padding', () => {
    expect(decode({})).toEqual({
      kind: 'citizen',
      text: {
        name: '陈模拟',
        sex: '1',
        ethnicGroup: '01',
        birth: '1979-05-16',
        address: '广东省恩平市沙湖镇模拟村一巷3号',
        idNo: retailer.idNo,
        issuer: '恩平市公安局',
        validFrom: '2018-03-12',
        validTo: '2038-03-12',
        hasPrivateUse: false,
      },
    })
  })

  it('reads 长期 as no end', () => {
    expect(decode({ validTo: '长期' })).toMatchObject({ text: { validTo: undefined } })
  })

  it('keeps a name of fifteen units with surrogate pairs whole', () => {
    const name = '阿卜杜拉𠮷𬱖㑳买买提艾力江'
    expect(name.length).toBe(15)
    expect(decode({ name })).toMatchObject({ text: { name, hasPrivateUse: false } })
  })

  it.each([0xe000, 0xf8ff, 0xf0000])('flags the private-use character %i in a name', code => {
    expect(decode({ name: `陈${String.fromCodePoint(code)}` })).toMatchObject({ text: { hasPrivateUse: true } })
  })

  it('takes NUL padding like spaces', () => {
    const block = encodeTextBlock(retailer)
    const [offset, length] = textLayout.name
    block.fill(0, offset + 6, offset + length)
    expect(decodeTextBlock(block)).toMatchObject({ text: { name: '陈模拟' } })
  })

  it.each([
    ['I', 'foreigner'],
    ['J', 'hongKongMacaoTaiwan'],
    ['Y', 'foreignerNew'],
    ['Q', 'unknownMark'],
  ] as const)('a card marked %s is %s and its layout is not guessed', (mark, kind) => {
    expect(decode({ kind: mark })).toEqual({ kind })
  })

  it.each([
    [{ birth: '20230230' }, 'birth'],
    [{ birth: '' }, 'birth'],
    [{ validFrom: '2018' }, 'validFrom'],
    [{ validTo: '永久' }, 'validTo'],
    [{ name: '' }, 'name'],
    [{ name: '\ud842' }, 'name'],
    [{ idNo: '' }, 'idNo'],
    [{ sex: '7' as '1' }, 'sex'],
  ])('%j is named as malformed in %s', (changes, field) => {
    expect(decode(changes)).toEqual({ kind: 'malformed', field })
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => void decodeTextBlock(bytes)))
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), bytes => {
        expect(['citizen', 'malformed', 'foreigner', 'foreignerNew', 'hongKongMacaoTaiwan', 'unknownMark']).toContain(
          decodeTextBlock(bytes).kind,
        )
      }),
    )
  })

  it('knows the ethnic groups by their code', () => {
    expect(['01', '05', '44', '46', '56', '97', '98'].map(ethnicGroupName)).toEqual([
      '汉',
      '维吾尔',
      '俄罗斯',
      '德昂',
      '基诺',
      '其他',
      '外国血统',
    ])
    expect(['00', '57', '99', '1', 'xx'].map(ethnicGroupName)).toEqual(Array(5).fill(undefined))
  })
})
