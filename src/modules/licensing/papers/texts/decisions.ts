import { type Citation, cite, formatCitation } from '#kernel/citation'
import { denialGrounds, remedyText } from '../../rules/application/grounds.ts'
import type { Bureau } from '../bureau.ts'
import type { PaperBlock, PaperFacts, PaperFile } from '../paper.ts'
import { dayZh, limitZh, matter, sentence, termZh, text } from './words.ts'

const article = (...given: Parameters<typeof cite>): string => formatCitation(cite(...given))
const articles = (...given: readonly Citation[]): string => given.map(formatCitation).join('、')

/** 准予延续决定书. */
export function renewalGrant(file: PaperFile): PaperBlock[] {
  const basis = articles(cite('XK', 38, { paragraph: 1 }), cite('XK', 50, { paragraph: 2 }), cite('S37', 33))
  return [
    text(
      `您于${dayZh(file.receivedOn)}提出的${matter(file)}，本局已经审查，符合延续的条件。根据${basis}，本局决定准予延续。`,
    ),
    text(`延续后的有效期限：${termZh(file)}。许可证号不变。`),
    text(
      `本局自作出决定之日起十个工作日内向您颁发、送达许可证（${article('XK', 44)}）。电子证照与纸质证照具有同等效力（${article('ZX', 10)}）。`,
    ),
    text(`办理本事项不收取任何费用（${article('XK', 58)}）。`),
  ]
}

/** 视为准予延续确认书: the bureau was silent until the last day, so the law has granted. */
export function deemedRenewal(file: PaperFile): PaperBlock[] {
  return [
    text(
      `您于${dayZh(file.receivedOn)}按期提出${matter(file)}。本局在许可证有效期届满（${dayZh(file.deemedAfter ?? file.receivedOn)}）前没有作出是否准予延续的决定。`,
    ),
    text(`根据${article('XK', 50, { paragraph: 2 })}，视为准予延续。延续后的有效期限：${termZh(file)}。许可证号不变。`),
    text('您无需再办理其他手续，可以在自助终端打印新的许可证。'),
  ]
}

/** 不予延续决定书: reasons, the article of each, and the way to appeal (XK 38, paragraph 2). */
export function renewalDenial(file: PaperFile, facts: PaperFacts['renewalDenial'], bureau: Bureau): PaperBlock[] {
  return [
    text(`您于${dayZh(file.receivedOn)}提出的${matter(file)}，本局已经审查，存在下列情形：`),
    { list: facts.grounds.map(groundLine) },
    text(`经查：${sentence(facts.findings)}`),
    text(
      `作出决定之前，本局已告知您拟作决定的事实、理由和依据，以及您享有的陈述、申辩的权利（${article('XK', 7)}）。${sentence(facts.heard)}`,
    ),
    text(`根据${articles(cite('XK', 38, { paragraph: 2 }), cite('S205', 43))}，本局决定不予延续。`),
    text(`${remedyText(bureau.reconsiderationBody)}（${articles(cite('FY', 20), cite('SS', 46))}）`),
  ]
}

/** 陈述申辩告知书: before any refusal, with everything the refusal would rest on. */
export function statementNotice(file: PaperFile, facts: PaperFacts['statementNotice']): PaperBlock[] {
  return [
    text(`您于${dayZh(file.receivedOn)}提出的${matter(file)}，本局拟作出不予延续的决定，事实、理由和依据如下：`),
    { list: facts.grounds.map(groundLine) },
    text(`经查：${sentence(facts.findings)}`),
    text(
      `根据${articles(cite('XK', 7), cite('S37', 4), cite('S205', 5))}，您有权陈述、申辩。请在${limitZh(facts.answerBy)}前书面、口头或者在线提出，本局会如实记录并认真核对。`,
    ),
    text('这不是最终决定。到期没有提出的，不影响您以后申请行政复议或者提起行政诉讼的权利。'),
  ]
}

function groundLine(item: number): string {
  const ground = denialGrounds[item]
  if (ground === undefined) throw new RangeError(`S205 43 has no item ${item}`)
  return `${ground.zh}（${article('S205', 43, { item })}）。`
}
