import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenUrl } from '#kernel/licence-token'
import { makeSm2KeyPair } from '#platform/crypto'
import { sampleFace } from '../rules/sample-face.ts'
import { renderLicence } from './render-licence.ts'
import { signFace } from './sign-face.ts'
import { tokenOfPdf } from './token-of-pdf.ts'
import { readVerificationKeys, verifyLicenceInput } from './verify-command.ts'

const licence = { keyId: 'k1', ...makeSm2KeyPair() }
const keys = { k1: licence.publicKey }
const token = signFace({ licence }, sampleFace, 3)
const pdf = renderLicence(
  {
    kind: 'original',
    face: sampleFace,
    token,
    copyNo: 3,
    stateLabel: '有效',
    printedAt: '2026-11-23T01:05:00Z',
    place: '测试',
  },
  { mode: 'demo', publicUrl: 'https://example.cn' },
)
const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-12-01')
const file = async (name: string, content: string | Uint8Array) => {
  const path = join(await mkdtemp(join(tmpdir(), 'yzt-verify-')), name)
  await writeFile(path, content)
  return path
}

describe('licence verify', () => {
  it.each([
    ['the text', async () => token],
    ['the scanned address', async () => tokenUrl('https://example.cn', token)],
    ['a file with the text', () => file('code.txt', `${token}\n`)],
    ['the PDF of the licence', () => file('licence.pdf', pdf)],
    ['the PDF as another program packs it', () => file('packed.pdf', packed(token))],
  ])('finds %s genuine, without network or database', async (_, input) => {
    const result = await verifyLicenceInput(await input(), keys, { today })
    expect(result).toMatchObject({ ok: true, verdict: 'genuine' })
    expect(result.lines[0]).toBe('真实有效：签名由发证机关签发，内容没有被改动，且在有效期限内。')
    expect(result.lines).toContain('许可证号：440785100123')
    expect(result.lines).toContain('负责人：陈**')
    expect(result.lines.at(-1)).toContain('离线核验')
  })

  it('tells a genuine licence outside its term from one that may be used', async () => {
    expect(await verifyLicenceInput(token, keys, { today: day('2031-11-22') })).toMatchObject({
      ok: true,
      verdict: 'genuine',
    })
    expect(await verifyLicenceInput(token, keys, { today: day('2031-11-23') })).toMatchObject({
      ok: false,
      verdict: 'expired',
    })
    expect(await verifyLicenceInput(token, keys, { today: day('2026-11-22') })).toMatchObject({
      ok: true,
      verdict: 'notYetInForce',
    })
  })

  it('names what is wrong with anything else', async () => {
    const altered = Buffer.from(pdf)
      .toString('latin1')
      .replaceAll(token, `${token.slice(0, 40)}AAAA${token.slice(44)}`)
    const verdict = async (input: string) => (await verifyLicenceInput(input, keys, { today })).verdict
    expect(await verdict('/no/such/file.pdf')).toBe('licenceTokenMissing')
    expect(await verdict(await file('empty.pdf', '%PDF-1.7\n'))).toBe('licenceTokenMissing')
    expect(['licenceTokenForged', 'licenceTokenMalformed', 'licenceTokenMissing']).toContain(
      await verdict(await file('altered.pdf', Buffer.from(altered, 'latin1'))),
    )
    const forged = await verifyLicenceInput(token, { k1: makeSm2KeyPair().publicKey }, { today })
    expect(forged.lines[0]).toBe('核验未通过：签名与内容不符：内容被改动过，或者不是本局签发。')
  })

  it('never throws on a broken PDF, wherever it is cut or changed', () => {
    const source = Buffer.from(packed(token))
    fc.assert(
      fc.property(fc.nat(source.length), fc.nat(source.length - 1), fc.nat(255), (cut, at, byte) => {
        const broken = Buffer.from(source.subarray(0, cut))
        if (at < broken.length) broken[at] = byte
        const found = tokenOfPdf(broken)
        expect(found === undefined || found.startsWith('YZT1.')).toBe(true)
      }),
    )
  })

  it('does not unpack a stream made to explode', () => {
    expect(tokenOfPdf(packed(`${'x'.repeat(3_000_000)} ${token}`))).toBeUndefined()
  })
})

describe('the file with the public keys', () => {
  it('is the saved reply of the server', () => {
    const reply = { bureau: '恩平市烟草专卖局', keys: [{ keyId: 'k1', publicKey: licence.publicKey }] }
    expect(readVerificationKeys(JSON.stringify(reply))).toEqual({ ok: true, value: keys })
  })

  it.each(['', '{', '[]', '{"keys":[]}', '{"keys":{"k1":"04"}}'])('is refused when it reads %j', text => {
    expect(readVerificationKeys(text)).toMatchObject({ refusal: 'verificationKeysUnreadable' })
  })
})

function packed(text: string): Uint8Array {
  const stream = deflateSync(Buffer.from(`<< /Keywords (${text}) >>`))
  const noise = Buffer.from('stream\nnot packed at all\nendstream\n')
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n'),
    noise,
    Buffer.from('stream\r\n'),
    stream,
    Buffer.from('\nendstream'),
  ])
}
