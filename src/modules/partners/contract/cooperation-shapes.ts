import Type from 'typebox'
import { allow } from '#kernel/actor'

export const strict = { additionalProperties: false } as const
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Instant = Type.String({ format: 'date-time', maxLength: 40 })
export const Uuid = Type.String({ format: 'uuid' })
export const Text = (max: number, min = 1) => Type.String({ minLength: min, maxLength: max })
export const MeetingId = Type.String({ pattern: '^HY-\\d{4}-\\d{4}$' })
export const ActionId = Type.String({ pattern: '^LH-\\d{4}-\\d{4}$' })
export const TaskId = Type.String({ pattern: '^JB-\\d{4}-\\d{6}$' })
/** GeoJSON order, WGS-84, within the country. */
export const Point = Type.Tuple([Type.Number({ minimum: 73, maximum: 136 }), Type.Number({ minimum: 3, maximum: 54 })])

/** The codes of a table of words, as an enum. */
export const codesOf = <K extends string>(table: Readonly<Record<K, unknown>>) =>
  Type.Enum(Object.keys(table) as [K, ...K[]])

/** 经过 of a meeting or an action. */
export const History = Type.Array(
  Type.Object({ at: Type.String(), event: Type.String(), by: Type.String(), note: Type.String() }),
)
/** Which of them: those in which one of these agencies took part, and since which day. */
export const listQuery = Type.Object({ agency: Type.Optional(Text(400)), since: Type.Optional(Day) })
/** What is planned and then called or run: one step of its table, at the version that was looked at. */
export const stepBody = <E extends string>(events: readonly [E, ...E[]]) =>
  Type.Object({ version: Type.Integer(), event: Type.Enum([...events]), note: Text(300, 0) }, strict)

export const readers = allow.staff('inspector', 'analyst', 'head', 'legal')
export const writers = allow.staff('inspector', 'analyst', 'head')
