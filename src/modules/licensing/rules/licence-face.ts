import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'

/** 许可证证面: every fact a licence shows, as it stood when the version was issued. Dates are ISO days. */
export interface LicenceFace {
  /** 许可证号 */
  readonly licenceNo: string
  /** 企业（字号）名称 */
  readonly shopName: string
  /** 负责人姓名 */
  readonly operatorName: string
  /** 企业类型（经济类型） */
  readonly enterpriseType: string
  /** 经营场所 */
  readonly address: string
  /** 许可范围 */
  readonly scope: readonly string[]
  /** 供货单位 */
  readonly supplier: string
  /** 有效期限 自…至… */
  readonly validFrom: string
  readonly validTo: string
  /** 发证机关 */
  readonly issuer: string
  /** 发证日期 */
  readonly issuedOn: string
  /** Rises with every change of the face (变更、延续、补办). */
  readonly version: number
}

/** The words printed before each field. */
export const faceLabels = {
  licenceNo: '许可证号',
  shopName: '企业（字号）名称',
  operatorName: '负责人姓名',
  enterpriseType: '企业类型',
  address: '经营场所',
  scope: '许可范围',
  supplier: '供货单位',
  validFrom: '有效期限',
  validTo: '有效期限',
  issuer: '发证机关',
  issuedOn: '发证日期',
} as const satisfies Record<Exclude<keyof LicenceFace, 'version'>, string>

type TextField = 'shopName' | 'operatorName' | 'enterpriseType' | 'address' | 'scope' | 'supplier' | 'issuer'

/** 企业类型 and 供货单位 are missing in older registers and are then left blank, as on the paper of that time. */
const required: ReadonlySet<TextField> = new Set(['shopName', 'operatorName', 'address', 'scope', 'issuer'])

/** Characters that fit the page and the QR code; nothing in law limits a name, so a longer one goes to a person. */
export const faceLimits: Readonly<Record<TextField, number>> = {
  shopName: 60,
  operatorName: 30,
  enterpriseType: 30,
  address: 80,
  scope: 60,
  supplier: 60,
  issuer: 30,
}

export type FaceRefusal = 'glyphMissing' | 'faceTextTooLong' | 'faceTextEmpty'

/** The code points the shipped fonts can draw. */
export interface Drawable {
  has(codePoint: number): boolean
}

/**
 * Whether this face can be printed as it is. A character that no shipped font draws would come out as a box without
 * any warning, so such a licence goes to a person (转人工) and is never printed half.
 */
export function checkFace(face: LicenceFace, drawable: Drawable): Result<LicenceFace, FaceRefusal> {
  for (const field of Object.keys(faceLimits) as TextField[]) {
    const fault = faultOf(field, textOf(face, field), drawable)
    if (fault) return fault
  }
  return ok(face)
}

function faultOf(field: TextField, text: string, drawable: Drawable): Refusal<FaceRefusal> | undefined {
  const label = faceLabels[field]
  const max = faceLimits[field]
  const length = [...text].length
  if (required.has(field) && text.trim() === '') return refuse('faceTextEmpty', { field: label })
  if (length > max) return refuse('faceTextTooLong', { field: label, length, max })
  const missing = missingGlyph(text, drawable)
  return missing === undefined ? undefined : refuse('glyphMissing', { field: label, codePoint: missing })
}

function textOf(face: LicenceFace, field: TextField): string {
  return field === 'scope' ? face.scope.join('、') : face[field]
}

/** The first character that cannot be drawn, as `U+20BB7`; line ends are no characters of the page. */
export function missingGlyph(text: string, drawable: Drawable): string | undefined {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    if (codePoint !== 0x0a && !drawable.has(codePoint))
      return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  }
  return undefined
}
