/** What a cell of a lake table may hold, said once for CSV and Parquet: both arrive as text and are judged by DuckDB. */
export interface Kind {
  /** The type in the lake. */
  readonly type: string
  /** SQL over the text `x` (never null): whether it may stand. */
  readonly holds: string
  /** SQL from the text `x` to the value. */
  readonly value: string
  readonly zh: string
}

export interface LakeColumn {
  readonly name: string
  readonly required: boolean
  readonly kind: Kind
}

const whole = (least: number, zh: string): Kind => ({
  type: 'bigint',
  holds: `regexp_full_match(x, '-?[0-9]{1,15}([.]0+)?') and try_cast(try_cast(x as double) as bigint) >= ${least}`,
  value: 'try_cast(try_cast(x as double) as bigint)',
  zh,
})

const between = (least: number, most: number, zh: string): Kind => ({
  type: 'double',
  holds: `coalesce(try_cast(x as double) between ${least} and ${most}, false)`,
  value: 'try_cast(x as double)',
  zh,
})

const words = (...allowed: readonly string[]): Kind => ({
  type: 'varchar',
  holds: `x in (${allowed.map(word => `'${word}'`).join(', ')})`,
  value: 'x',
  zh: `只能是${allowed.join('、')}之一`,
})

const matching = (pattern: string, zh: string): Kind => ({
  type: 'varchar',
  holds: `regexp_full_match(x, '${pattern}')`,
  value: 'x',
  zh,
})

/** A time without a zone means nothing in a file from elsewhere, so an offset or Z is asked for. */
export const kinds = {
  code: matching('[^\\x00-\\x1f]{1,80}', '应当是不超过 80 个字符的编号'),
  text: matching('[^\\x00]{1,400}', '不能超过 400 个字符'),
  /** Numbers joined by `;`: one case may hold hundreds. */
  many: { type: 'varchar', holds: 'length(x) <= 20000', value: 'x', zh: '不能超过 20,000 个字符' },
  licenceNo: matching('[0-9]{12}', '许可证号应当是 12 位数字'),
  instant: {
    type: 'timestamptz',
    holds: `regexp_full_match(x, '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d([.]\\d+)?)?(Z|[+-]\\d\\d(:?\\d\\d)?)') and try_cast(x as timestamptz) is not null`,
    value: 'try_cast(x as timestamptz)',
    zh: '时间应当是带时区的 ISO 8601，例如 2026-11-23T09:30:00+08:00',
  },
  /** Registers of clues and cases often know the day only. */
  dayOrInstant: {
    type: 'timestamptz',
    holds: `regexp_full_match(x, '\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d([.]\\d+)?)?(Z|[+-]\\d\\d(:?\\d\\d)?))?') and try_cast(x as timestamptz) is not null`,
    value: 'try_cast(x as timestamptz)',
    zh: '应当是 YYYY-MM-DD，或者带时区的 ISO 8601 时间',
  },
  day: {
    type: 'date',
    holds: `try_cast(x as date) is not null`,
    value: 'try_cast(x as date)',
    zh: '日期应当是 YYYY-MM-DD',
  },
  positive: whole(1, '应当是不小于 1 的整数'),
  amount: whole(0, '应当是不小于 0 的整数'),
  longitude: between(-180, 180, '经度应当在 -180 到 180 之间'),
  latitude: between(-90, 90, '纬度应当在 -90 到 90 之间'),
  number: between(-1e9, 1e9, '应当是数字'),
  priceClass: { ...whole(1, '应当是 1 到 5'), holds: `x in ('1', '2', '3', '4', '5')` },
  cartonText: matching('[\\s\\S]{1,60}', '喷码不能超过 60 个字符'),
  crs: words('WGS84', 'GCJ02', 'BD09', 'CGCS2000'),
  words,
} as const

export const must = (name: string, kind: Kind): LakeColumn => ({ name, required: true, kind })
export const may = (name: string, kind: Kind): LakeColumn => ({ name, required: false, kind })
