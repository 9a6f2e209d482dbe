import fc from 'fast-check'
import ipp from 'ipp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PrinterEndpoint, startPrinterSimulator } from '../dock/printer-simulator.ts'
import { systemTimers } from '../time.ts'
import { ippClient } from './ipp-client.ts'
import { decodeMessage, encodeRequest, operations } from './ipp-wire.ts'
import { type Printing, printPage } from './print-page.ts'
import { obstacle } from './printer-state.ts'

const document = Buffer.from('%PDF-1.7 模拟数据\u0000\u0003', 'utf8')
const quick = { now: systemTimers.now, after: (ms: number, fn: () => void) => systemTimers.after(ms / 10, fn) }

let endpoint: PrinterEndpoint
beforeEach(async () => {
  endpoint = await startPrinterSimulator()
})
afterEach(() => endpoint.stop())

function printing(patienceMs = 5000): Printing {
  const queue = ippClient(endpoint.url)
  return { queue, device: queue, timers: quick, patienceMs }
}
const page = { name: 'p1', document }
const print = (patienceMs?: number) => printPage(printing(patienceMs), page, () => true)

describe('the wire form', () => {
  it('is read by the ipp package, which shares no code with ours', () => {
    const bytes = encodeRequest(operations.printJob, 7, [
      { name: 'printer-uri', type: 'uri', values: ['ipp://host/ipp/print'] },
      { name: 'job-id', type: 'integer', values: [12] },
      { name: 'requested-attributes', type: 'keyword', values: ['job-state', 'job-state-reasons'] },
    ])
    expect(ipp.parse(bytes)).toMatchObject({
      version: '1.1',
      operation: 'Print-Job',
      id: 7,
      'operation-attributes-tag': {
        'attributes-charset': 'utf-8',
        'printer-uri': 'ipp://host/ipp/print',
        'job-id': 12,
        'requested-attributes': ['job-state', 'job-state-reasons'],
      },
    })
  })

  it('reads one reason and several reasons alike', () => {
    for (const reasons of [['printer-stopped'], ['printer-stopped', 'media-empty']]) {
      const bytes = ipp.serialize({
        statusCode: 'successful-ok',
        'job-attributes-tag': { 'job-id': 1, 'job-state': 'processing-stopped', 'job-state-reasons': reasons },
      })
      const group = decodeMessage(bytes)?.groups.find(found => found.tag === 2)
      expect(group?.attributes.get('job-state-reasons')).toEqual(reasons)
      expect(group?.attributes.get('job-state')).toEqual([6])
    }
  })

  it('never throws and always ends, whatever a printer sends', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), bytes => void decodeMessage(Buffer.from(bytes))))
    const good = ipp.serialize({ statusCode: 'successful-ok', 'job-attributes-tag': { 'job-id': 1 } })
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const bytes = Buffer.from(good)
        bytes[at] = value
        decodeMessage(bytes)
        decodeMessage(bytes.subarray(0, at))
      }),
    )
  })
})

describe('printing a page', () => {
  it('is printed, with the document unchanged', async () => {
    expect(await print()).toEqual({ outcome: 'printed', reason: 'completed' })
    expect(endpoint.printer.pages.map(out => out.document)).toEqual([document])
  })

  it.each(['paperOut', 'jam'] as const)('says %s before anything is handed over', async fault => {
    endpoint.printer.fault = fault
    let spooled = false
    const result = await printPage(printing(), page, () => (spooled = true))
    expect(result).toEqual({ outcome: 'failed', reason: fault })
    expect(spooled).toBe(false)
  })

  it('takes the job back when the paper runs out under it, so that a refill does not print it for nobody', async () => {
    const result = printPage(printing(), page, () => {
      endpoint.printer.fault = 'paperOut'
      return true
    })
    expect(await result).toEqual({ outcome: 'failed', reason: 'paperOut' })
    endpoint.printer.fault = 'none'
    endpoint.printer.look()
    expect(endpoint.printer.pages).toEqual([])
  })

  it('says the printer is absent when it is off', async () => {
    endpoint.printer.fault = 'off'
    expect(await print()).toEqual({ outcome: 'failed', reason: 'printerAbsent' })
  })

  it('does not know the outcome when the printer goes off after it took the job', async () => {
    const client = printing(300)
    const job = client.queue.job
    client.queue.job = id => {
      endpoint.printer.fault = 'off'
      return job(id)
    }
    expect(await printPage(client, page, () => true)).toEqual({ outcome: 'unknown', reason: 'printerLost' })
  })

  it('does not know the outcome when the printer goes off while it takes the job', async () => {
    const result = printPage(printing(300), page, () => {
      endpoint.printer.fault = 'off'
      return true
    })
    expect(await result).toEqual({ outcome: 'unknown', reason: 'noAnswer' })
  })

  it('does not know the outcome of a page that takes longer than anybody waits', async () => {
    endpoint.printer.fault = 'slow'
    expect(await print(200)).toEqual({ outcome: 'unknown', reason: 'tooSlow' })
  })

  it('doubts a queue that says done while the printer behind it has no paper', async () => {
    const behind = await startPrinterSimulator()
    behind.printer.fault = 'paperOut'
    const result = await printPage({ ...printing(), device: ippClient(behind.url) }, page, () => true)
    expect(result).toEqual({ outcome: 'unknown', reason: 'stoppedAfterwards' })
    await behind.stop()
  })

  it('prints nothing when the journal could not take the note before', async () => {
    expect(await printPage(printing(), page, () => false)).toMatchObject({ outcome: 'failed' })
    expect(endpoint.printer.pages).toEqual([])
  })

  it.each([
    [['media-empty'], 'paperOut'],
    [['printer-stopped', 'media-jam'], 'jam'],
    [['cover-open'], 'jam'],
    [['toner-low'], undefined],
  ])('%j is %s', (reasons, name) => {
    expect(obstacle(reasons)).toBe(name)
  })
})
