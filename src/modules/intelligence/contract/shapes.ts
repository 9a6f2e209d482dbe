import Type from 'typebox'

export const strict = { additionalProperties: false } as const
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const ClueNo = Type.String({ pattern: '^XS-\\d{4}-\\d{6}$' })
export const Uuid = Type.String({ format: 'uuid' })
export const Words = Type.Object({ zh: Type.String(), en: Type.String() })
/** A JPEG or PNG, at most about 700 kB. */
export const Photo = Type.String({ maxLength: 950_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' })
/** 128 bits the sender makes and nobody keeps: the digest of the request then tells nothing of what stood in it. */
export const Nonce = Type.String({ pattern: '^[0-9a-f]{32}$' })
/** Who reports; every field may be missing. */
export const Reporter = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 40 })),
    phone: Type.Optional(Type.String({ maxLength: 30 })),
    idNo: Type.Optional(Type.String({ maxLength: 20 })),
  },
  strict,
)
