import Type from 'typebox'
import { type Origin, origins } from '../rules/procedure/case-file.ts'

export const strict = { additionalProperties: false } as const
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const LicenceNo = Type.String({ pattern: '^\\d{12}$' })
export const CaseNo = Type.String({ pattern: '^AJ-\\d{4}-\\d{6}$' })
export const Words = Type.Object({ zh: Type.String(), en: Type.String() })
export const OriginCode = Type.Enum(Object.keys(origins) as [Origin, ...Origin[]])
/** What a form gives: texts, lists of texts and ticks by the key of their field. */
export const Input = Type.Record(
  Type.String({ pattern: '^[a-zA-Z]{1,20}$' }),
  Type.Union([
    Type.String({ maxLength: 4000 }),
    Type.Array(Type.String({ maxLength: 200 }), { maxItems: 30 }),
    Type.Boolean(),
  ]),
)
