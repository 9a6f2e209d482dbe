import type { PostEvent } from '#modules/delivery'
import { type Behaviour, type SimulatedServer, startSimulatedServer } from '../simulated-server.ts'

interface SimulatedParcel {
  readonly orderId: string
  readonly mailNo: string
}

export interface PostSimulator extends SimulatedServer {
  /** Every parcel once, however often it was ordered. */
  parcels(): readonly SimulatedParcel[]
  /** Something happens to a parcel. */
  happen(orderId: string, kind: PostEvent['kind'], at: string, receiver?: string): void
}

/** In a demonstration parcels arrive by themselves after a while. */
interface DemoPace {
  readonly now: () => number
  readonly deliverAfterMs: number
}

/** 邮政 模拟. `lying` gives another parcel's label, `repeating` tells every event from the beginning, twice. */
export async function startPostSimulator(pace?: DemoPace): Promise<PostSimulator> {
  const labels = new Map<string, string>()
  const ordered = new Map<string, number>()
  const events: PostEvent[] = []
  const server = await startSimulatedServer(({ method, query, body }, mode) =>
    method === 'POST' ? order(body as { orderId: string }, mode) : eventsAfter(query.get('after') ?? '', mode),
  )
  function order({ orderId }: { orderId: string }, mode: Behaviour) {
    if (mode === 'refusing') return { accepted: false, why: '收件地址不在投递范围' }
    const mailNo = labels.get(orderId) ?? `SIM${String(labels.size + 1).padStart(10, '0')}`
    if (pace && !labels.has(orderId)) ordered.set(orderId, pace.now())
    labels.set(orderId, mailNo)
    return { accepted: true, orderId: mode === 'lying' ? 'another' : orderId, mailNo }
  }
  function arrive({ now, deliverAfterMs }: DemoPace) {
    for (const [orderId, at] of ordered) {
      if (now() - at < deliverAfterMs) continue
      ordered.delete(orderId)
      const mailNo = labels.get(orderId) ?? ''
      events.push({ orderId, mailNo, kind: 'delivered', at: new Date(now()).toISOString(), receiver: '本人' })
    }
  }
  function eventsAfter(after: string, mode: Behaviour) {
    if (pace) arrive(pace)
    const news = mode === 'repeating' ? [...events, ...events] : events.slice(Number(after) || 0)
    return { events: news, cursor: String(events.length) }
  }
  return {
    ...server,
    parcels: () => [...labels].map(([orderId, mailNo]) => ({ orderId, mailNo })),
    happen: (orderId, kind, at, receiver) =>
      void events.push({ orderId, mailNo: labels.get(orderId) ?? '', kind, at, ...(receiver ? { receiver } : {}) }),
  }
}
