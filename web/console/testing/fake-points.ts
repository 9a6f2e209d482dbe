import type { FastifyInstance } from 'fastify'
import { pointRoutes, type ServicePoint } from '#contract/access'
import { bind } from './bind-contract.ts'
import { mapPoints } from './sample-shops.ts'

const everyDay = { opensAt: '08:30', closesAt: '17:30', openDays: [1, 2, 3, 4, 5, 6, 7] }
const machines: readonly ServicePoint['terminal'][] = [
  { standing: 'notWorking', prints: false },
  { standing: 'working', prints: false },
  { standing: 'working', prints: true },
  { standing: 'notConnected', prints: false },
]

/** 服务点 at ten o'clock on a Monday: one of each kind of answer. */
export function servePoints(app: FastifyInstance): void {
  bind(app, pointRoutes.servicePoints, () => ({
    at: '2026-11-23T02:00:00Z',
    items: mapPoints.servicePoints.map(({ code, name, lng, lat }, index): ServicePoint => {
      const terminal = machines[index % machines.length] ?? null
      const people = index % 5 === 4
      return {
        ...{ code, name, lng, lat, kind: people ? 'hall' : 'kiosk', town: '沙湖镇', townCode: '440785105' },
        hours: people || terminal?.standing !== 'notConnected' ? everyDay : null,
        terminal: people ? null : terminal,
        helpersOnDuty: index % 2,
        helperHours: [],
      }
    }),
  }))
}
