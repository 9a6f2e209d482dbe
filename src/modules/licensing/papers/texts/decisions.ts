import { type Citation, formatCitation } from '#kernel/citation'
import { groundsOf, remedyText } from '../../rules/application/grounds.ts'
import type { ServiceCode } from '../../rules/services/service.ts'
import { services } from '../../rules/services/table.ts'
import type { Bureau } from '../bureau.ts'
import type { PaperBlock, PaperFacts, PaperFile } from '../paper.ts'
import { decisionTitles } from '../titles.ts'
import { denialLaw, paperLaw, renewalGround } from './law.ts'
import { dayZh, limitZh, matter, sentence, termZh, text } from './words.ts'

const articles = (...given: readonly Citation[]): string => given.map(formatCitation).join('、')

/** 视为准予延续确认书: the bureau was silent until the last day, so the law has granted. */
export function deemedRenewal(file: PaperFile): PaperBlock[] {
  return [
    text(
      `您于${dayZh(file.receivedOn)}按期提出${matter(file)}。本局在许可证有效期届满（${dayZh(file.deemedAfter ?? file.receivedOn)}）前没有作出是否准予延续的决定。`,
    ),
    text(
      `根据${formatCitation(paperLaw.deemedRenewal.silent)}，视为准予延续。延续后的有效期限：${termZh(file)}。许可证号不变。`,
    ),
    text('您无需再办理其他手续，可以在自助终端打印新的许可证。'),
  ]
}

/** 不予: reasons, the article of each, and the way to appeal (XK 38, paragraph 2). */
export function denial(file: PaperFile, facts: PaperFacts['renewalDenial'], bureau: Bureau): PaperBlock[] {
  return [
    text(`您于${dayZh(file.receivedOn)}提出的${matter(file)}，本局已经审查，存在下列情形：`),
    { list: facts.grounds.map(item => groundLine(file.service, item)) },
    text(`经查：${sentence(facts.findings)}`),
    text(
      `作出决定之前，本局已告知您拟作决定的事实、理由和依据，以及您享有的陈述、申辩的权利（${formatCitation(denialLaw.heard)}）。${sentence(facts.heard)}`,
    ),
    text(
      `根据${articles(denialLaw.reasons, ...(file.service === 'renewal' ? [renewalGround] : services[file.service].basis))}，本局决定${decisionTitles[file.service].denial.title.slice(0, -3)}。`,
    ),
    text(`${remedyText(bureau.reconsiderationBody)}（${articles(...denialLaw.remedy)}）`),
  ]
}

/** 陈述申辩告知书: before any refusal, with everything the refusal would rest on. */
export function statementNotice(file: PaperFile, facts: PaperFacts['statementNotice']): PaperBlock[] {
  return [
    text(
      `您于${dayZh(file.receivedOn)}提出的${matter(file)}，本局拟作出${decisionTitles[file.service].denial.title.slice(0, -3)}的决定，事实、理由和依据如下：`,
    ),
    { list: facts.grounds.map(item => groundLine(file.service, item)) },
    text(`经查：${sentence(facts.findings)}`),
    text(
      `根据${articles(...paperLaw.statementNotice.heard)}，您有权陈述、申辩。请在${limitZh(facts.answerBy)}前书面、口头或者在线提出，本局会如实记录并认真核对。`,
    ),
    text('这不是最终决定。到期没有提出的，不影响您以后申请行政复议或者提起行政诉讼的权利。'),
  ]
}

function groundLine(service: ServiceCode, item: number): string {
  const ground = groundsOf(service)[item]
  if (ground === undefined) throw new RangeError(`${service} has no ground ${item}`)
  return `${ground.zh}${service === 'renewal' ? `（${formatCitation({ ...renewalGround, item })}）` : ''}。`
}
