import { formatCitation } from '#kernel/citation'
import type { SiteVisit } from '../../rules/site-check/visit.ts'
import type { PaperBlock, PaperFacts, PaperFile } from '../paper.ts'
import { paperLaw } from './law.ts'
import { matter, sentence, text } from './words.ts'

/** 实地核查记录表: what two people saw and measured, and what the applicant said to it. */
export function siteCheckRecord(file: PaperFile, facts: PaperFacts['siteCheckRecord']): PaperBlock[] {
  const { visit } = facts
  return visit === undefined ? fromPaper(file, facts) : fromVisit(file, facts.findings, visit)
}

/** Written in the office from a record on paper. */
function fromPaper(file: PaperFile, facts: PaperFacts['siteCheckRecord']): PaperBlock[] {
  const { schoolMetres } = facts
  return [
    text(
      `对您提出的${matter(file)}，本局两名工作人员实地核查（另一名核查人员：${facts.second}），情况如下：${sentence(facts.findings)}`,
    ),
    text(
      schoolMetres === null
        ? '店门到最近的中小学、幼儿园出入口的步行距离：附近没有。'
        : `店门到最近的中小学、幼儿园出入口的步行距离：${schoolMetres.toFixed(1)}米（现场测量）。`,
    ),
    text(facts.objection === '' ? '您对以上情况没有提出异议。' : `您提出的异议：${sentence(facts.objection)}`),
  ]
}

/** 64 digits in one word would run over the edge of the page. */
const grouped = (digest: string): string => (digest.match(/.{16}/gu) ?? [digest]).join(' ')

const article = formatCitation(paperLaw.siteCheckRecord.two)

function fromVisit(file: PaperFile, findings: string, visit: SiteVisit): PaperBlock[] {
  const [first, second] = visit.verifiers
  return [
    text(
      `对您提出的${matter(file)}，根据${article}，本局工作人员${first}、${second}于${visit.from}至${visit.to}到经营场所实地核查。两名核查人员与申请事项没有利害关系。`,
    ),
    {
      table: [
        ['核查事项', '结果', '情况'],
        ...visit.items.map(({ label, answer, note }) => [label, answer, note]),
        ...(visit.areaM2 === null ? [] : [['经营面积', `${visit.areaM2}平方米`, '现场测量']]),
      ],
    },
    text(`核查情况：${sentence(findings)}`),
    text(distancesInShort(visit)),
    ...(visit.objections.length === 0
      ? [text('您和第三人对以上情况没有提出异议。')]
      : [text('您或者第三人提出的异议：'), { list: visit.objections.map(sentence) }]),
    { drawing: 'first', caption: `核查人员：${first}` },
    { drawing: 'second', caption: `核查人员：${second}` },
    ...applicantBlocks(visit),
    text(`现场照片${visit.photos.length}张，见勘察表。现场记录摘要（SM3 ${grouped(visit.digest)}）。`),
  ]
}

function distancesInShort({ lines }: SiteVisit): string {
  const walks = lines.filter(({ kind }) => kind === 'gate')
  if (walks.length === 0) return '店门到中小学、幼儿园出入口的步行距离：附近没有需要测量的出入口。'
  const words = walks.map(({ name, walk }) => `到${name}${walk.toFixed(1)}米`)
  return `店门到中小学、幼儿园出入口的步行距离（现场测量）：${words.join('，')}。`
}

function applicantBlocks({ applicant: { kind, words } }: SiteVisit): PaperBlock[] {
  if (kind === 'signed') return [{ drawing: 'applicant', caption: `申请人（在场人）：${words}` }]
  return [text(kind === 'refused' ? `申请人拒绝签名：${sentence(words)}` : `申请人不在场：${sentence(words)}`)]
}

/** 勘察表: distances with their straight lines as hints, the sketch, the pictures by digest. */
export function siteSurvey(file: PaperFile, { visit }: PaperFacts['siteSurvey']): PaperBlock[] {
  const { place, lines, methods } = visit
  return [
    text(`您提出的${matter(file)}，${visit.from}至${visit.to}现场勘察，勘察人员${visit.verifiers.join('、')}。`),
    text(
      place === null
        ? '现场没有得到定位。'
        : `店门位置（WGS-84）：东经${place.lng.toFixed(6)}°，北纬${place.lat.toFixed(6)}°，手机给出的误差约${place.accuracyMetres}米。`,
    ),
    ...(lines.length === 0
      ? []
      : [
          {
            table: [
              ['到哪里', '步行测量', '测量办法', '直线提示（误差范围）'],
              ...lines.map(({ name, walk, line }, nth) => [
                name,
                `${walk.toFixed(1)}米`,
                methods[nth] ?? '',
                line === null ? '没有定位' : `${line.metres}米（${line.least}～${line.most}米）`,
              ]),
            ],
          },
          text('步行测量由两名勘察人员签名，作为距离的依据；直线距离只作提示。'),
        ]),
    ...(visit.hasSketch ? [{ drawing: 'sketch' as const, caption: '现场示意图（不按比例）' }] : []),
    text(`现场照片${visit.photos.length}张，拍摄时计算的摘要（SM3）：`),
    { list: visit.photos.map(({ at, digest }) => `${at}（SM3 ${grouped(digest)}）。`) },
    text(`现场记录摘要（SM3 ${grouped(visit.digest)}）。`),
  ]
}
