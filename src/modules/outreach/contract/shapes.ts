import Type, { type Static } from 'typebox'
import { lawUseKinds } from '#kernel/law-use'

export const strict = { additionalProperties: false } as const
export const Maybe = <const S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()])
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** What something taught rests on. */
export const Cites = Type.Array(
  Type.Object(
    { instrument: Type.String({ minLength: 2, maxLength: 10 }), article: Type.Integer({ minimum: 1, maximum: 999 }) },
    strict,
  ),
  { minItems: 1, maxItems: 6 },
)
export const Audience = Type.Enum(['retailer', 'public', 'minor'])

/** A law by its code, or a version of it by code and day: `XK`, `XK-20190423`. */
export const keyParams = Type.Object({ key: Type.String({ pattern: '^[A-Z0-9]{1,10}(-[0-9]{8})?$' }) })

export const StatuteArticle = Type.Object({
  number: Type.Integer(),
  sub: Type.Integer(),
  label: Type.String(),
  heading: Type.String(),
  text: Type.String(),
})
export type StatuteArticle = Static<typeof StatuteArticle>

/** A version of a statute in the library: whole when imported, otherwise the articles this system cites, in its own words. */
export const StatuteLine = Type.Object({
  key: Type.String(),
  title: Type.String(),
  /** 文号, where the house knows it. */
  number: Maybe(Type.String()),
  /** Day of this version of the text. */
  day: Type.String(),
  /** First day it is in force; '' where the text does not say. */
  inForce: Type.String(),
  /** The day the next version takes over; null while none does. */
  until: Maybe(Type.String()),
  state: Type.Enum(['inForce', 'coming', 'past', 'withdrawn']),
  source: Type.String(),
  withdrawn: Maybe(Type.Object({ on: Day, why: Type.String(), source: Type.String() })),
  imported: Type.Boolean(),
  articles: Type.Integer(),
  /** An earlier version is here too. */
  earlier: Type.Boolean(),
})
export type StatuteLine = Static<typeof StatuteLine>

export const CiteView = Type.Object({
  instrument: Type.String(),
  article: Type.Integer(),
  paragraph: Type.Optional(Type.Integer()),
  item: Type.Optional(Type.Integer()),
})

const kinds = Object.keys(lawUseKinds) as (keyof typeof lawUseKinds)[]
/** One thing of the system that cites the law; `path` is where the reader may see it at work. */
export const UseView = Type.Object({
  id: Type.String(),
  kind: Type.Enum(kinds),
  zh: Type.String(),
  en: Type.String(),
  path: Maybe(Type.String()),
})
export type UseView = Static<typeof UseView>
