import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainFields } from './plain-fields.ts'

describe('the fields of a held act', () => {
  it('are shown where a person can read them, without the strokes of a signature', () => {
    expect(
      plainFields({
        licenceNo: '440785110001',
        phone: null,
        signature: { strokes: [[1, 2]] },
        copies: 1,
        agreed: true,
      }),
    ).toEqual([
      ['licenceNo', '440785110001'],
      ['copies', '1'],
      ['agreed', 'true'],
    ])
  })

  it('are none, and no error, for a body of any other shape', () => {
    expect([plainFields(null), plainFields('x'), plainFields([1])]).toEqual([[], [], []])
    fc.assert(fc.property(fc.anything(), body => plainFields(body).every(([, value]) => value.length <= 200)))
  })
})
