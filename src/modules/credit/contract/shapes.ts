import Type from 'typebox'
import { type FileKind, kindCodes } from '../rules/kinds.ts'

export const strict = { additionalProperties: false } as const
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const LicenceNo = Type.String({ pattern: '^\\d{12}$' })
export const FileId = Type.String({ pattern: '^[A-Z]{2}-\\d{4}-\\d{6}$' })
export const Kind = Type.Enum(kindCodes as [FileKind, ...FileKind[]])
export const GradeCode = Type.Enum(['A', 'B', 'C', 'D'])
/** What a form gives: texts, lists of texts and ticks by the key of their field. */
export const Input = Type.Record(
  Type.String({ pattern: '^[a-zA-Z]{1,20}$' }),
  Type.Union([
    Type.String({ maxLength: 1000 }),
    Type.Array(Type.String({ maxLength: 200 }), { maxItems: 12 }),
    Type.Boolean(),
  ]),
)
