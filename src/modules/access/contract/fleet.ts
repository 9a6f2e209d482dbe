import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { alarmKinds } from '../rules/alarms.ts'
import { eventKinds, healths } from '../rules/fleet-health.ts'
import { Clock, Hours, Id, strict, TerminalView, Text } from './shapes.ts'

const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** 终端设置: everything that the bureau may set from afar, and nothing else. */
export const TerminalSettings = Type.Object(
  {
    opensAt: Clock,
    closesAt: Clock,
    /** 1 is Monday; a day that is not named is a day of rest. */
    openDays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { uniqueItems: true, maxItems: 7 }),
    idleSeconds: Type.Integer({ minimum: 30, maximum: 90 }),
    voice: Type.Enum(['mandarin', 'cantonese', 'off']),
    volume: Type.Integer({ minimum: 0, maximum: 100 }),
    sleepPicture: Type.Enum(['welcome', 'clock', 'dark']),
    /** 远程通知: one sentence for everybody at the terminal; empty for none. */
    notice: Type.String({ maxLength: 60 }),
  },
  strict,
)
export type TerminalSettings = Static<typeof TerminalSettings>

export const AlarmView = Type.Object({
  id: Id,
  kind: Type.Enum([...alarmKinds]),
  terminalId: OrNull(Id),
  terminal: OrNull(Type.String()),
  areaCode: Type.String(),
  terminals: Type.Integer(),
  beganAt: Type.String(),
  acknowledgedAt: OrNull(Type.String()),
  acknowledgedBy: OrNull(Type.String()),
  acknowledgedNote: OrNull(Type.String()),
  endedAt: OrNull(Type.String()),
  endedBy: OrNull(Type.String()),
  endedNote: OrNull(Type.String()),
})
export type AlarmView = Static<typeof AlarmView>

export const FleetRow = Type.Object({
  ...TerminalView.properties,
  health: Type.Enum([...healths]),
  reader: OrNull(Type.String()),
  printer: OrNull(Type.String()),
  paper: OrNull(Type.String()),
  pendingActs: OrNull(Type.Integer()),
  diskFreeMb: OrNull(Type.Integer()),
  lastUsedAt: OrNull(Type.String()),
  settingsVersion: Type.Integer(),
  appliedVersion: Type.Integer(),
})
export type FleetRow = Static<typeof FleetRow>

const Counted = Type.Array(Type.Object({ name: Type.String(), count: Type.Integer() }))

const Count = Type.Integer()

const FleetView = Type.Object({
  /** Of the town that is asked for, before the other filters: every figure opens its terminals. */
  counts: Type.Object({
    all: Count,
    fine: Count,
    fault: Count,
    silent: Count,
    resting: Count,
    notInUse: Count,
    frozen: Count,
    /** Not among `all`: nobody serves there any more. */
    revoked: Count,
    paperOut: Count,
    settingsPending: Count,
  }),
  versions: Counted,
  faults: Counted,
  items: Type.Array(FleetRow),
  total: Count,
  /** Every terminal of the answer, for the map; its place is the service point with the same code. */
  points: Type.Array(
    Type.Object({ id: Id, code: Type.String(), name: Type.String(), health: Type.Enum([...healths]) }),
  ),
  alarms: Type.Array(AlarmView),
})
export type FleetView = Static<typeof FleetView>

const TerminalLife = Type.Object({
  terminal: FleetRow,
  settings: Type.Object({
    version: Type.Integer(),
    wanted: TerminalSettings,
    setBy: OrNull(Type.String()),
    setAt: OrNull(Type.String()),
    appliedVersion: Type.Integer(),
    appliedAt: OrNull(Type.String()),
  }),
  events: Type.Array(Type.Object({ at: Type.String(), kind: Type.Enum([...eventKinds]), detail: Type.String() })),
  /** The last thirty days, days without anybody too. */
  uses: Type.Array(Type.Object({ day: Type.String(), count: Type.Integer() })),
  alarms: Type.Array(AlarmView),
})
export type TerminalLife = Static<typeof TerminalLife>

const AlarmId = Type.Object({ id: Id })
const Note = Type.Object({ note: Text(200) }, strict)

/** 另一处服务点, for whoever stands before a terminal that is closed. Its hours are known where it has a terminal of ours. */
export const NearbyPoint = Type.Object({
  name: Type.String(),
  metres: Type.Integer(),
  hours: OrNull(Hours),
})
export type NearbyPoint = Static<typeof NearbyPoint>

/** 终端运维: the fleet, one terminal's life, its settings, alarms. */
export const fleetRoutes = {
  fleet: {
    method: 'GET',
    url: '/api/access/fleet',
    allow: allow.anyStaff,
    summary: '终端总览（筛选、计数、告警）',
    query: Type.Object({
      health: Type.Optional(Type.Enum([...healths])),
      /** Revoked terminals are shown only where they are asked for. */
      state: Type.Optional(Type.Enum(['proposed', 'confirmed', 'active', 'frozen', 'revoked'])),
      town: Type.Optional(Type.String({ maxLength: 12 })),
      version: Type.Optional(Type.String({ maxLength: 40 })),
      fault: Type.Optional(Type.String({ maxLength: 80 })),
      paperOut: Type.Optional(Type.Boolean()),
      settingsPending: Type.Optional(Type.Boolean()),
      page: Type.Integer({ minimum: 1, maximum: 1000, default: 1 }),
    }),
    reply: FleetView,
  },
  terminalLife: {
    method: 'GET',
    url: '/api/access/terminals/:id',
    allow: allow.anyStaff,
    summary: '一台终端的经过',
    params: AlarmId,
    reply: TerminalLife,
  },
  setTerminals: {
    method: 'POST',
    url: '/api/access/terminal-settings',
    allow: allow.staff('systemAdmin'),
    summary: '远程设置终端（一台或多台）',
    body: Type.Object(
      { terminalIds: Type.Array(Id, { minItems: 1, maxItems: 2000, uniqueItems: true }), settings: TerminalSettings },
      strict,
    ),
    reply: Type.Object({ changed: Type.Integer() }),
  },
  nearbyPoints: {
    method: 'GET',
    url: '/api/access/nearby-points',
    allow: allow.of(allow.terminal, allow.citizen),
    summary: '离本终端最近的其他服务点和开放时间',
    reply: Type.Object({ items: Type.Array(NearbyPoint) }),
  },
  acknowledgeAlarm: {
    method: 'POST',
    url: '/api/access/alarms/:id/acknowledgement',
    allow: allow.staff('systemAdmin', 'securityAdmin', 'window', 'helper'),
    summary: '告警已知悉',
    params: AlarmId,
    body: Note,
    reply: 'empty',
  },
  endAlarm: {
    method: 'POST',
    url: '/api/access/alarms/:id/end',
    allow: allow.staff('systemAdmin', 'securityAdmin', 'window', 'helper'),
    summary: '告警已处理',
    params: AlarmId,
    body: Note,
    reply: 'empty',
  },
} as const satisfies Routes
