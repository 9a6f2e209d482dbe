import Type from 'typebox'

export const strict = { additionalProperties: false } as const
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
/** The English twin of a label, where the server has one; the console shows the Chinese one otherwise. */
export const En = Type.Optional(Type.String())

/** 谁看过我的数据: one look, by purpose, role and office; the name of whoever looked is not told. */
export const Look = Type.Object({
  at: Type.String(),
  about: Type.String(),
  purpose: Type.Enum(['application', 'licence', 'retailer', 'credit', 'case', 'visit', 'partner', 'other']),
  role: Type.String(),
  roleEn: Type.String(),
  office: Type.String(),
})
