import type { Moment } from '#kernel/dates'
import { drawable, setPdf } from '#platform/typesetting'
import type { Access } from '../graph/access.ts'
import type { Report } from '../rules/chains/report.ts'
import { lookPurposes } from '../rules/graph/access.ts'

interface Asked {
  readonly id: string
  readonly title: string
  readonly report: Report
  readonly access: Access
  readonly at: Moment
  readonly mode: 'demo' | 'production'
}

/** 研判报告 as PDF: sentences with the numbers of their sources, then the sources. */
export function renderReport({ id, title, report, access, at, mode }: Asked): Uint8Array {
  return setPdf('modules/intelligence/chains/templates/report.typ', {
    id,
    title: drawable(title),
    matter: access.matterNo,
    purpose: lookPurposes[access.purpose].zh,
    date: at.today.toString(),
    demo: mode === 'demo',
    parts: report.parts.map(part => ({
      title: part.title,
      sentences: part.sentences.map(({ text, sources }) => ({
        text: drawable(text),
        sources: sources.map(no => `〔${no}〕`).join(''),
      })),
    })),
    sources: drawable(report.sources),
  })
}
