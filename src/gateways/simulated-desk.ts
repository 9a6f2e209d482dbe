import {
  type Behaviour,
  type SimulatedRequest,
  type SimulatedServer,
  startSimulatedServer,
} from './simulated-server.ts'

export interface SimulatedReport {
  readonly id: string
  readonly [field: string]: unknown
}

/** A neighbour that takes reports and gives receipts (模拟). */
export interface SimulatedDesk extends SimulatedServer {
  /** What it has taken, each number once, in the order of arrival. */
  taken(): readonly SimulatedReport[]
}

/** `lying` answers about another number; `repeating` gives every report the first receipt. */
export async function startSimulatedDesk(mark: string): Promise<SimulatedDesk> {
  const desk = simulatedDesk(mark)
  const server = await startSimulatedServer(({ body }, mode) => desk.answer(body, mode))
  return { ...server, taken: desk.taken }
}

/** The desk without its door, for neighbours that can do more than take reports. */
export function simulatedDesk(mark: string) {
  const reports = new Map<string, SimulatedReport>()
  return {
    taken: (): readonly SimulatedReport[] => [...reports.values()],
    answer: (body: SimulatedRequest['body'], mode: Behaviour): unknown => {
      const report = body as SimulatedReport
      const { id } = report
      if (mode === 'refusing') return { accepted: false, id, why: '事项编码没有在平台登记' }
      if (!reports.has(id)) reports.set(id, report)
      const place = mode === 'repeating' ? 1 : [...reports.keys()].indexOf(id) + 1
      return { accepted: true, id: mode === 'lying' ? `${id}-other` : id, receiptNo: `${mark}-${place}` }
    },
  }
}
