import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { independentFields } from './compose.ts'
import { fieldOf, textAt } from './field.ts'
import { plainWords } from './plain-words.ts'
import { jaroWinkler, oneSlip } from './similarity.ts'

describe('similarity', () => {
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['abc', 'xyz', 0],
  ])('of %s and %s is that of the paper', (a, b, value) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(value, 3)
  })

  it('is the same both ways, 1 only for equal words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(jaroWinkler(a, b)).toBeCloseTo(jaroWinkler(b, a), 12)
        expect(oneSlip(a, b)).toBe(oneSlip(b, a))
        if (a !== '') expect(jaroWinkler(a, a)).toBeCloseTo(1, 12)
      }),
    )
  })

  it.each([
    ['13800138000', '13800138001', true],
    ['13800138000', '1380013800', true],
    ['440785', '440758', true],
    ['440785', '404758', false],
    ['same', 'same', false],
  ])('%s is one slip from %s: %s', (a, b, expected) => {
    expect(oneSlip(a, b)).toBe(expected)
  })
})

it('words are plain without marks, width and case', () => {
  expect(plainWords('Ｊosé  O’Neil，３号')).toBe('jose o neil 3号')
})

describe('columns', () => {
  it.each([
    ['day', ['1970-01-31', '19851202', '2001/3/4']],
    ['digits', Array.from({ length: 20 }, (_, n) => `138 0013 ${8000 + n}`)],
    ['code', Array.from({ length: 20 }, (_, n) => `粤J${12345 + n}`)],
    ['category', ['男', '女', '男']],
    ['words', Array.from({ length: 20 }, (_, n) => `沙湖镇市场路${n}号之一铺`)],
    ['name', [...'伟强明华国文健建剑丽莉英瑛'].map(letter => `陈${letter}`)],
  ])('of the kind %s are recognised', (kind, cells) => {
    expect(fieldOf('x', cells).kind.name).toBe(kind)
  })

  it('that join two others fill their gaps and are no third witness', () => {
    const first = [...'abcdefghijklmn'].map(letter => `${letter}nna`)
    const last = [...'opqrstuvwxyzab'].map(letter => `${letter}mith`)
    const whole = first.map((name, at) => `${name} ${last[at]}`)
    const fields = independentFields([
      fieldOf('whole', whole),
      fieldOf('first', ['', ...first.slice(1)]),
      fieldOf('last', last),
    ])
    expect(fields.map(({ name }) => name)).toEqual(['first', 'last'])
    expect(textAt(fields[0] as (typeof fields)[number], 0)).toBe('anna')
  })
})
