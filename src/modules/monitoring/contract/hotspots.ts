import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Interval = Type.Tuple([Type.Number(), Type.Number()])
const Time = { weekday: Type.Integer(), hourFrom: Type.Integer(), hourTo: Type.Integer() }

/** 热点 of the coming week, what such forecasts were worth lately, the peaks, and the drift between towns. */
export const HotspotsView = Type.Object({
  day: Type.String(),
  at: Type.String(),
  rows: Type.Array(
    Type.Object({
      cell: Type.String(),
      ...Time,
      score: Type.Number(),
      rank: Type.Integer(),
      reasons: Type.Array(Type.String()),
    }),
  ),
  places: Type.Array(
    Type.Object({
      cell: Type.String(),
      lng: Type.Number(),
      lat: Type.Number(),
      town: Nullable(Type.String()),
      expected: Type.Number(),
      when: Type.Array(Type.Object(Time)),
      reasons: Type.Array(Type.String()),
    }),
  ),
  check: Type.Object({
    days: Type.Integer(),
    events: Type.Integer(),
    hits: Type.Integer(),
    area: Type.Number(),
    pai: Type.Optional(Type.Number()),
    between: Type.Optional(Interval),
    say: Type.String(),
  }),
  peaks: Type.Array(
    Type.Object({
      by: Type.Enum(['month', 'hour', 'holiday']),
      name: Type.String(),
      events: Type.Integer(),
      ratio: Type.Number(),
      between: Interval,
    }),
  ),
  drift: Type.Object({
    months: Type.Array(Type.Object({ month: Type.String(), urban: Type.Integer(), rural: Type.Integer() })),
    towns: Type.Array(
      Type.Object({
        town: Type.String(),
        name: Nullable(Type.String()),
        kind: Type.Enum(['urban', 'rural']),
        before: Type.Integer(),
        lately: Type.Integer(),
      }),
    ),
    say: Type.String(),
  }),
})
export type HotspotsView = Static<typeof HotspotsView>
