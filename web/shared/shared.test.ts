import { afterEach, describe, expect, test, vi } from 'vitest'
import { routes as licensing } from '#contract/licensing'
import { routes as outreach } from '#contract/outreach'
import { act, addressOf, call, freshKey, Problem } from './api.ts'
import { dayOfInstant, formatDay, formatDays, formatFen, formatInstant, formatTime } from './format.ts'
import { createI18n, pick } from './i18n.ts'
import { addressWith } from './language.ts'
import { lawText } from './law-text.ts'

const answer = (status: number, body: unknown) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(JSON.stringify(body), { status }))

afterEach(() => vi.restoreAllMocks())

describe('the client', () => {
  test('fills params and query, leaves out what is absent, and never caches', async () => {
    const fetched = answer(200, { instrument: 'XK' })
    await call(outreach.getArticle, { params: { instrument: 'X K', article: 50 } })
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/outreach/articles/X%20K/50')
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'GET', cache: 'no-store' })
    expect(addressOf('/a', {}, { page: 2, search: '', town: undefined })).toBe('/a?page=2')
  })

  test('a write carries an idempotency key, the given one when it is tried again', async () => {
    const fetched = answer(200, {})
    const body = { licenceNo: '440785100001', face: 'query' } as const
    await call(licensing.reservePrint, { body, idempotencyKey: 'same' })
    await call(licensing.reservePrint, { body })
    const keys = fetched.mock.calls.map(([, init]) => new Headers(init?.headers).get('idempotency-key'))
    expect(keys[0]).toBe('same')
    expect(keys[1]).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a refusal becomes a Problem with its words and its articles', async () => {
    answer(409, {
      code: 'duplicate',
      title: '已经有一件',
      next: '请等待',
      basis: [{ citation: { instrument: 'XK', article: 32 }, text: '' }, { instrument: 'XK', article: 42 }, 7, null],
    })
    const problem = await call(licensing.myLicences).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({
      status: 409,
      code: 'duplicate',
      next: '请等待',
      basis: [{ article: 32 }, { article: 42 }],
    })
  })

  test('an answer of any shape is still a Problem with words', async () => {
    for (const body of [null, 7, 'x', [], { title: '' }]) {
      answer(500, body)
      const problem = await call(licensing.myLicences).catch((error: unknown) => error)
      expect(problem).toMatchObject({ status: 500, code: 'http500', title: '这一步没有办成。' })
    }
  })

  test('a lost network is the problem named offline', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
    const problem = await call(licensing.myLicences).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code: 'offline', unreachable: true })
  })

  test('an act says so in its header, and tells done from kept', async () => {
    const body = {
      service: 'renewal',
      licenceNo: '440785100001',
      answers: {},
      deliver: { mode: 'electronic', address: null },
      phone: null,
      consent: { version: '1', agreed: true },
      signature: { kind: 'handwritten', width: 600, height: 300, strokes: [[1, 2, 3, 4]] },
      startedAt: '2026-11-23T00:00:00Z',
    } as const
    const input = { body: { ...body, signature: { ...body.signature, strokes: [[1, 2, 3, 4]] } } }
    const fetched = answer(202, { state: 'kept', receipt: 'R1' })
    expect(await act(licensing.submit, input)).toEqual({ state: 'kept', receipt: 'R1' })
    expect(new Headers(fetched.mock.calls[0]?.[1]?.headers).get('x-yzt-act')).toBe('1')
    answer(200, { applicationNo: 'A1' })
    expect(await act(licensing.submit, input)).toMatchObject({ state: 'done', reply: { applicationNo: 'A1' } })
  })

  test('keys are random UUIDs of version 4', () => {
    const keys = Array.from({ length: 50 }, freshKey)
    expect(new Set(keys).size).toBe(50)
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('words', () => {
  const { t } = createI18n({ zh: { hello: '{name}，您好', bye: '再见' }, en: { hello: 'Hello {name}', bye: 'Bye' } })

  test('placeholders are filled in either language', () => {
    expect(t('hello', { name: '陈' })).toBe('陈，您好')
    expect(t('hello', { name: 'Chen' }, 'en')).toBe('Hello Chen')
    expect(pick('好', 'good', 'en')).toBe('good')
    expect(pick('好', '', 'en')).toBe('好')
  })

  test('a key missing in English is a type error', () => {
    // @ts-expect-error bye is missing
    createI18n({ zh: { hello: '您好', bye: '再见' }, en: { hello: 'Hello' } })
    // @ts-expect-error more exists only in English
    createI18n({ zh: { hello: '您好' }, en: { hello: 'Hello', more: 'More' } })
  })

  test('dates, times, money and days read as the design says', () => {
    expect(formatDay('2026-11-23', 'zh')).toBe('2026年11月23日（周一）')
    expect(formatDay('2026-11-22', 'en')).toBe('Sun, 22 November 2026')
    expect(formatDay('long-term', 'zh')).toBe('long-term')
    expect(formatInstant('2026-11-23T16:05:00Z', 'zh')).toBe('2026年11月24日 00:05')
    // In the small hours it is another day than in Greenwich.
    expect(formatDay(dayOfInstant('2026-11-26T19:08:00Z'), 'zh')).toBe('2026年11月27日（周五）')
    expect(formatTime(Date.parse('2026-11-23T01:02:00Z'))).toBe('09:02')
    expect(formatFen(123_450)).toBe('¥1,234.50')
    expect(formatDays(5, 'working', 'zh')).toBe('5个工作日')
    expect(formatDays(1, 'calendar', 'en')).toBe('1 calendar day')
  })

  test('an article is named in both languages, an unknown instrument stays readable', () => {
    expect(lawText({ instrument: 'XK', article: 50, paragraph: 2 }, 'zh')).toBe('《行政许可法》第五十条第二款')
    expect(lawText({ instrument: 'XK', article: 50 }, 'en')).toBe('Administrative Licensing Law, Article 50')
    expect(lawText({ instrument: 'toString', article: 1 })).toBe('toString 1')
  })

  test('the language lives in the address of the tab and nowhere else', () => {
    const address = new URL('http://terminal/kiosk/?a=1&lang=en#x')
    expect(addressWith(new URL(address), 'zh')).toBe('/kiosk/?a=1#x')
    expect(addressWith(new URL('http://terminal/kiosk/'), 'en')).toBe('/kiosk/?lang=en')
  })
})
