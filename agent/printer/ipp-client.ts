import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { type Attribute, decodeMessage, encodeRequest, groupTags, type Message, operations } from './ipp-wire.ts'
import { absentPrinter, type JobSnapshot, jobSnapshot, type PrinterSnapshot, printerSnapshot } from './printer-state.ts'

/** Why a job could not be handed over. `maybe`: the printer may have it all the same. */
type Spooled = { kind: 'spooled'; jobId: number } | { kind: 'absent' | 'refused' | 'maybe' }

export interface IppClient {
  printer(): Promise<PrinterSnapshot>
  printJob(name: string, document: Uint8Array): Promise<Spooled>
  /** undefined when the printer does not answer or no longer knows the job. */
  job(jobId: number): Promise<JobSnapshot | undefined>
  cancelJob(jobId: number): Promise<void>
}

const timeoutMs = 5000
const mostReplyBytes = 1024 * 1024
const firstErrorStatus = 0x0400

/** A printer, or a queue of CUPS, at ipp://, ipps://, http:// or https://. The document is never written to a disk. */
export function ippClient(address: string): IppClient {
  const url = httpUrl(address)
  const target: Attribute = { name: 'printer-uri', type: 'uri', values: [address.replace(/^http/, 'ipp')] }
  const user: Attribute = { name: 'requesting-user-name', type: 'name', values: ['kiosk'] }
  let requestId = 0

  const send = (operation: number, attributes: Attribute[], document?: Uint8Array) =>
    post(url, [encodeRequest(operation, ++requestId, [target, ...attributes]), document ?? new Uint8Array()])

  return {
    async printer() {
      const wanted: Attribute = {
        name: 'requested-attributes',
        type: 'keyword',
        values: ['printer-state', 'printer-state-reasons'],
      }
      const reply = await send(operations.getPrinterAttributes, [user, wanted])
      return 'failure' in reply ? absentPrinter : printerSnapshot(groupOf(reply, groupTags.printer))
    },
    async printJob(name, document) {
      const reply = await send(
        operations.printJob,
        [
          user,
          { name: 'job-name', type: 'name', values: [name] },
          { name: 'document-format', type: 'mimeType', values: ['application/pdf'] },
        ],
        document,
      )
      if ('failure' in reply) return { kind: reply.failure === 'notSent' ? 'absent' : 'maybe' }
      if (reply.code >= firstErrorStatus) return { kind: 'refused' }
      const jobId = groupOf(reply, groupTags.job)?.attributes.get('job-id')?.[0]
      return typeof jobId === 'number' ? { kind: 'spooled', jobId } : { kind: 'maybe' }
    },
    async job(jobId) {
      const reply = await send(operations.getJobAttributes, [
        { name: 'job-id', type: 'integer', values: [jobId] },
        user,
      ])
      return 'failure' in reply ? undefined : jobSnapshot(groupOf(reply, groupTags.job))
    },
    async cancelJob(jobId) {
      await send(operations.cancelJob, [{ name: 'job-id', type: 'integer', values: [jobId] }, user])
    },
  }
}

function httpUrl(address: string): URL {
  const url = new URL(address.replace(/^ipp/, 'http'))
  if (/^ipps?:/.test(address) && !/:\d+(\/|$)/.test(address)) url.port = '631'
  return url
}

function groupOf(message: Message, tag: number) {
  return message.groups.find(group => group.tag === tag)
}

type Failure = { failure: 'notSent' | 'noAnswer' }

/** notSent: no connection was made, so nothing can have been printed. */
function post(url: URL, parts: Uint8Array[]): Promise<Message | Failure> {
  return new Promise(resolve => {
    let connected = false
    const fail = () => resolve({ failure: connected ? 'noAnswer' : 'notSent' })
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/ipp',
        'content-length': parts.reduce((sum, part) => sum + part.length, 0),
      },
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
    })
    request.on('error', fail)
    request.on('socket', socket => socket.once('connect', () => (connected = true)))
    request.on('response', response => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > mostReplyBytes) request.destroy(new Error('reply too long'))
        else chunks.push(chunk)
      })
      response.on('error', fail)
      response.on('end', () => resolve(decodeMessage(Buffer.concat(chunks)) ?? { failure: 'noAnswer' }))
    })
    for (const part of parts) request.write(part)
    request.end()
  })
}
