import { formatDateZh, momentOf } from '#kernel/dates'
import { tokenUrl } from '#kernel/licence-token'
import { setPdf } from '#platform/typesetting'
import type { LicenceFace } from '../rules/licence-face.ts'
import type { PrintFace } from '../rules/print-ledger.ts'
import { qrSvg } from './qr-svg.ts'
import { electronicCopy } from './sign-face.ts'

/** Everything one page of a licence depends on: the same sheet always gives the same bytes. */
export interface LicenceSheet {
  readonly kind: PrintFace
  readonly face: LicenceFace
  /** Signed text of this copy. */
  readonly token: string
  readonly copyNo: number
  /** The state in the register at one moment; only the query page shows it. */
  readonly stateLabel: string
  /** ISO instant of the print and of the state. */
  readonly printedAt: string
  /** Where it was printed: the terminal's name, or the citizen's own device. */
  readonly place: string
}

export interface Presentation {
  /** In demo mode every page is marked 模拟数据 and the seal 模拟印章. */
  readonly mode: 'demo' | 'production'
  readonly publicUrl: string
}

const template = (kind: PrintFace): string => `modules/licensing/elicence/templates/${kind}.typ`

/** 正本、副本 or 查询打印件 as PDF (`npm run bench -- papers`). The token stands in the QR code and in the file's keywords. */
export function renderLicence(sheet: LicenceSheet, { mode, publicUrl }: Presentation): Uint8Array {
  const { kind, face, token, place, stateLabel } = sheet
  const printedAt = clockTimeZh(sheet.printedAt)
  return setPdf(template(kind), {
    face,
    token,
    place,
    printedAt,
    demo: mode === 'demo',
    sealWords: mode === 'demo' ? '模拟印章' : '',
    state: { label: stateLabel, asOf: printedAt },
    qr: qrSvg(tokenUrl(publicUrl, token)),
    copyLine: copyLine(sheet),
    issuerLine: mode === 'demo' ? '演示数据，不是真实证照' : `电子证照由${face.issuer}签发`,
  })
}

function copyLine({ copyNo, face, kind }: LicenceSheet): string {
  if (copyNo === electronicCopy) return `电子证照 第 ${face.version} 版`
  return kind === 'query' ? `打印份号：第 ${copyNo} 份` : `证照第 ${face.version} 版 打印第 ${copyNo} 份`
}

/** 2026年11月23日（周一）09:05 */
function clockTimeZh(instant: string): string {
  const moment = momentOf(Temporal.Instant.from(instant))
  const time = moment.instant.toZonedDateTimeISO('Asia/Shanghai').toPlainTime().toString({ smallestUnit: 'minute' })
  return `${formatDateZh(moment.today)}${time}`
}
