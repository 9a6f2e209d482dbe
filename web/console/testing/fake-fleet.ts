import type { FastifyInstance } from 'fastify'
import { type AlarmView, type FleetRow, fleetRoutes, type TerminalSettings, type TerminalView } from '#contract/access'
import { terminalPrintsRoute } from '#contract/licensing'
import { bind } from './bind-contract.ts'
import type { FakeState } from './fake-routes.ts'

const settings: TerminalSettings = {
  opensAt: '08:30',
  closesAt: '17:30',
  openDays: [1, 2, 3, 4, 5, 6, 7],
  idleSeconds: 60,
  voice: 'mandarin',
  volume: 70,
  sleepPicture: 'welcome',
  notice: '',
}

const rowOf = (terminal: TerminalView, index: number): FleetRow => ({
  ...terminal,
  health: terminal.state === 'active' ? 'silent' : 'notInUse',
  reader: 'ready',
  printer: 'idle',
  paper: index === 0 ? 'out' : 'ok',
  pendingActs: 0,
  diskFreeMb: 5321,
  lastUsedAt: '2026-11-23T01:00:00Z',
  settingsVersion: 2,
  appliedVersion: 1,
})

export const freshAlarms = (terminalId: string): AlarmView[] => {
  const alarm = {
    terminals: 1,
    areaCode: '440785105',
    beganAt: '2026-11-23T01:30:00Z',
    acknowledgedAt: null,
    acknowledgedBy: null,
    acknowledgedNote: null,
    endedAt: null,
    endedBy: null,
    endedNote: null,
  }
  return [
    {
      ...alarm,
      id: '0f0f0f0f-0000-4000-8000-000000000901',
      kind: 'silent',
      terminalId,
      terminal: '沙湖镇便民服务中心 01 号',
    },
    {
      ...alarm,
      id: '0f0f0f0f-0000-4000-8000-000000000902',
      kind: 'silentTown',
      terminalId: null,
      terminal: null,
      terminals: 7,
    },
    {
      ...alarm,
      id: '0f0f0f0f-0000-4000-8000-000000000903',
      kind: 'cloned',
      terminalId,
      terminal: '沙湖镇便民服务中心 01 号',
    },
  ]
}

/** 终端总览 of the fake server: what the real one answers, from the four terminals of the state. */
export function serveFleet(app: FastifyInstance, state: FakeState): void {
  bind(app, fleetRoutes.fleet, ({ query }) => {
    const rows = state.terminals.map(rowOf)
    const items = rows
      .filter(row => query.health === undefined || row.health === query.health)
      .filter(row => query.state === undefined || row.state === query.state)
    const count = (health: string) => rows.filter(row => row.health === health).length
    return {
      counts: {
        all: rows.length,
        fine: 0,
        fault: 0,
        silent: count('silent'),
        resting: 0,
        notInUse: count('notInUse'),
        frozen: rows.filter(row => row.state === 'frozen').length,
        revoked: 0,
        paperOut: 1,
        settingsPending: 1,
      },
      versions: [{ name: '0.1.0', count: 1 }],
      faults: [{ name: 'paperOut', count: 1 }],
      items,
      total: items.length,
      points: items.map(({ id, code, name, health }) => ({ id, code, name, health })),
      alarms: state.alarms,
    }
  })
  bind(app, fleetRoutes.terminalLife, ({ params }) => ({
    terminal: rowOf(state.terminals.find(one => one.id === params.id) ?? (state.terminals[0] as TerminalView), 0),
    settings: {
      version: 2,
      wanted: settings,
      setBy: '周**',
      setAt: '2026-11-22T08:00:00Z',
      appliedVersion: 1,
      appliedAt: null,
    },
    events: [
      { at: '2026-11-23T01:30:00Z', kind: 'fellSilent' as const, detail: '' },
      { at: '2026-11-23T01:00:00Z', kind: 'faultBegan' as const, detail: 'paperOut' },
      { at: '2026-11-22T08:00:00Z', kind: 'settingsSet' as const, detail: '2' },
    ],
    uses: Array.from({ length: 30 }, (_, day) => ({
      day: `2026-11-${String((day % 30) + 1).padStart(2, '0')}`,
      count: (day * 7) % 12,
    })),
    alarms: state.alarms.filter(alarm => alarm.terminalId === params.id),
  }))
  bind(app, fleetRoutes.setTerminals, ({ body }) => {
    state.taken.push(body)
    return { changed: body.terminalIds.length }
  })
  bind(app, fleetRoutes.acknowledgeAlarm, ({ params, body }) => {
    for (const alarm of state.alarms)
      if (alarm.id === params.id)
        Object.assign(alarm, {
          acknowledgedAt: '2026-11-23T02:00:00Z',
          acknowledgedBy: state.staff.name,
          acknowledgedNote: body.note,
        })
    return undefined
  })
  bind(app, fleetRoutes.endAlarm, ({ params }) => {
    state.alarms = state.alarms.filter(alarm => alarm.id !== params.id)
    return undefined
  })
  bind(app, terminalPrintsRoute.printsOfTerminal, () => ({ printed: 12, failed: 1, unknown: 0 }))
}
