import { createServer, type Server } from 'node:http'
import ipp, { type IppMessage } from 'ipp'
import { decodeMessage } from '../printer/ipp-wire.ts'
import { type SimulatedJob, type SimulatedPrinter, simulatedPrinter } from './simulated-printer.ts'

const charset = { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'en' }
const mostBytes = 32 * 1024 * 1024

export interface PrinterEndpoint {
  printer: SimulatedPrinter
  url: string
  stop(): Promise<void>
}

/** The simulated printer 模拟打印机 as an IPP endpoint on loopback. */
export async function startPrinterSimulator(): Promise<PrinterEndpoint> {
  const printer = simulatedPrinter()
  const server = createServer((request, response) => {
    if (printer.fault === 'off') return void request.socket.destroy()
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > mostBytes) request.destroy()
      else chunks.push(chunk)
    })
    request.on('error', () => {})
    request.on('end', () => {
      const reply = answer(printer, Buffer.concat(chunks))
      response.writeHead(reply ? 200 : 400, { 'content-type': 'application/ipp' }).end(reply)
    })
  })
  const port = await listen(server)
  return {
    printer,
    url: `ipp://127.0.0.1:${port}/ipp/print`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Reads with the package (the client under test has its own reader); only the document is cut out by ours. */
function answer(printer: SimulatedPrinter, bytes: Buffer): Buffer | undefined {
  const document = decodeMessage(bytes)?.data
  if (!document) return undefined
  const request = ipp.parse(bytes)
  const jobId = Number(request['operation-attributes-tag']?.['job-id'])
  switch (request.operation) {
    case 'Get-Printer-Attributes':
      return reply(request, { 'printer-attributes-tag': printerAttributes(printer) })
    case 'Print-Job':
      return reply(request, jobGroup(printer.take(document)))
    case 'Get-Job-Attributes':
      return reply(request, jobGroup(printer.job(jobId)))
    case 'Cancel-Job':
      return reply(request, jobGroup(printer.cancel(jobId)))
    default:
      return reply(request, { statusCode: 'server-error-operation-not-supported' })
  }
}

function reply(request: IppMessage, content: IppMessage): Buffer {
  return ipp.serialize({
    version: '1.1',
    statusCode: 'successful-ok',
    id: request.id ?? 1,
    'operation-attributes-tag': charset,
    ...content,
  })
}

function jobGroup(job: SimulatedJob | undefined): IppMessage {
  if (!job) return { statusCode: 'client-error-not-found' }
  return {
    'job-attributes-tag': {
      'job-id': job.id,
      'job-uri': `ipp://127.0.0.1/ipp/print/${job.id}`,
      'job-state': job.state,
      'job-state-reasons': job.reasons.length > 0 ? job.reasons : 'none',
    },
  }
}

function printerAttributes(printer: SimulatedPrinter) {
  const { state, reasons } = printer.look()
  return {
    'printer-name': '模拟打印机',
    'printer-state': state,
    'printer-state-reasons': reasons.length > 0 ? reasons : 'none',
    'printer-is-accepting-jobs': true,
    // Names, not numbers: the package writes numbers as 0 without a word.
    'operations-supported': ['Print-Job', 'Cancel-Job', 'Get-Job-Attributes', 'Get-Printer-Attributes'],
    'document-format-supported': ['application/pdf'],
  }
}
