import { type Citation, formatCitation } from '#kernel/citation'
import { faceLabels, type LicenceFace } from '../../rules/licence-face.ts'
import type { ServiceCode } from '../../rules/services/service.ts'
import { services } from '../../rules/services/table.ts'
import type { PaperBlock, PaperFile } from '../paper.ts'
import { grantLaw, grantSentences } from './law.ts'
import { dayZh, matter, termZh, text } from './words.ts'

const articles = (given: readonly Citation[]): string => given.map(formatCitation).join('、')

/** 准予: what was asked, the articles, and what holds from now on. */
export function grant(file: PaperFile): PaperBlock[] {
  const name = file.service === 'issue' ? '许可' : services[file.service].name.zh
  return [
    text(
      `您于${dayZh(file.receivedOn)}提出的${matter(file)}，本局已经审查，符合规定的条件。根据${articles(grantLaw[file.service])}，本局决定准予${name}。`,
    ),
    ...outcomes[file.service](file),
    text(`办理本事项不收取任何费用（${formatCitation(grantSentences.free)}）。`),
  ]
}

const newPaper = (): PaperBlock =>
  text(
    `本局自作出决定之日起十个工作日内向您颁发、送达许可证（${formatCitation(grantSentences.handed)}）。电子证照与纸质证照具有同等效力（${formatCitation(grantSentences.electronic)}）。`,
  )

const outcomes: Readonly<Record<ServiceCode, (file: PaperFile) => PaperBlock[]>> = {
  issue: file => [text(`许可证号：${file.licenceNo}。有效期限：${termZh(file)}。`), newPaper()],
  renewal: file => [text(`延续后的有效期限：${termZh(file)}。许可证号不变。`), newPaper()],
  change: file => {
    const lines = changesOf(file)
    return lines.length === 0
      ? [text('变更事项：联系电话。许可证证面不变，不换发许可证。')]
      : [text('变更事项如下，许可证号不变：'), { list: lines }, newPaper()]
  },
  suspend: file => [
    text(
      `停业期限：自${dayZh(file.suspendedFrom ?? file.receivedOn)}至${dayZh(file.suspendedTo ?? file.receivedOn)}。停业期间停止供货，不得经营烟草制品；许可证正本、副本请交回本局保管。`,
    ),
    text('停业期限届满前，请申请恢复营业；需要提前恢复的，可以随时申请。'),
  ],
  resume: () => [text('自本通知作出之日起恢复营业，恢复供货，本局保管的许可证正本、副本退还给您。')],
  reissue: () => [text('本局为您补发许可证，原许可证自本决定作出之日起作废。许可证号和有效期限不变。'), newPaper()],
  close: file => [
    text(`许可证（证号 ${file.licenceNo}）自本决定作出之日起注销，不得再经营烟草制品；许可证正本、副本请交回本局。`),
    text('以后需要经营的，请重新申请烟草专卖零售许可证。'),
  ],
}

const compared = ['shopName', 'operatorName', 'enterpriseType', 'address', 'scope'] as const

function changesOf({ faceBefore, faceAfter }: PaperFile): string[] {
  if (!faceBefore || !faceAfter) return []
  const word = (face: LicenceFace, field: (typeof compared)[number]) =>
    field === 'scope' ? face.scope.join('、') : face[field]
  return compared
    .filter(field => word(faceBefore, field) !== word(faceAfter, field))
    .map(field => `${faceLabels[field]}：由“${word(faceBefore, field)}”变更为“${word(faceAfter, field)}”。`)
}
