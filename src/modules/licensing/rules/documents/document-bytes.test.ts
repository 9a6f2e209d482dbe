import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from './document-bytes.ts'

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xda, 0, 4, 0, 0, 5, 5, 0xff, 0xd9])

describe('a file that is given', () => {
  it.each([
    ['a photo', jpeg, 'image/jpeg'],
    ['a PDF', bytes('%PDF-1.7\n1 0 obj\ntrailer << /Root 1 0 R >>\n%%EOF\n'), 'application/pdf'],
  ])('%s is known by its content', (_, content, media) => {
    expect(readDocument(content)).toMatchObject({ ok: true, value: { media } })
  })

  it.each([
    ['a page of the web', bytes('<html><script>alert(1)</script>'), 'documentKindWrong'],
    ['an empty file', bytes(''), 'documentKindWrong'],
    ['a program', bytes('MZ\x90\x00'), 'documentKindWrong'],
    ['half a photo', jpeg.slice(0, 12), 'documentDamaged'],
    ['half a PDF', bytes('%PDF-1.7\n1 0 obj'), 'documentDamaged'],
    ['a PDF with a password', bytes('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>\n%%EOF'), 'documentLocked'],
  ])('%s is refused by name', (_, content, refusal) => expect(readDocument(content)).toMatchObject({ refusal }))

  it('is taken or refused, whatever it holds', () => {
    const heads = [[], [0xff, 0xd8], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [...Buffer.from('%PDF-')]]
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), (head, tail) => {
        const read = readDocument(Uint8Array.from([...head, ...tail]))
        return !read.ok || read.value.bytes.length <= head.length + tail.length
      }),
    )
  })
})
