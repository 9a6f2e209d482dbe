import { type SiteCheckRecord, siteCheckAnswers, siteCheckItems } from '#contract/licensing'
import { formatTime } from '../../shared/format.ts'
import type { Choice, Side } from '../outbox/door.ts'
import { texts } from './texts.ts'

interface Part {
  readonly field: string
  readonly label: string
  readonly words: (record: SiteCheckRecord) => string
  /** Takes this part from one record into the other. */
  readonly take: (into: SiteCheckRecord, from: SiteCheckRecord) => SiteCheckRecord
}

/** What of two records can differ, one after the other; the signed drawings and the pictures go together. */
function partsOf(): readonly Part[] {
  const t = texts.t
  return [
    {
      field: 'proof',
      label: t('part.proof'),
      words: record =>
        t('part.proof.words', { count: record.photos.length, at: formatTime(Date.parse(record.capturedAt)) }),
      take: (into, { photos, sketch, signatures, place, arrivedAt, capturedAt }) => ({
        ...into,
        ...{ photos, sketch, place, arrivedAt, capturedAt },
        // The colleague signed his record first; in mine he is the other one.
        signatures: { ...signatures, first: signatures.second, second: signatures.first },
      }),
    },
    ...(Object.keys(siteCheckItems) as (keyof typeof siteCheckItems)[]).map(code => ({
      field: `item.${code}`,
      label: siteCheckItems[code].zh,
      words: ({ items }: SiteCheckRecord) => {
        const item = items.find(one => one.code === code)
        return item === undefined ? '' : [siteCheckAnswers[item.answer].zh, item.note].filter(Boolean).join('，')
      },
      take: (into: SiteCheckRecord, from: SiteCheckRecord) => ({
        ...into,
        items: into.items.map(item => from.items.find(one => one.code === code && item.code === code) ?? item),
      }),
    })),
    {
      field: 'areaM2',
      label: t('area'),
      words: ({ areaM2 }) => (areaM2 === null ? t('none') : String(areaM2)),
      take: (into, { areaM2 }) => ({ ...into, areaM2 }),
    },
    {
      field: 'walks',
      label: t('gates'),
      words: ({ walks }) => walks.map(({ gate, metres }) => `${gate} ${metres}`).join('、') || t('none'),
      take: (into, { walks }) => ({ ...into, walks }),
    },
    {
      field: 'shops',
      label: t('shops'),
      words: ({ shops }) => shops.map(({ licenceNo, metres }) => `${licenceNo} ${metres}`).join('、') || t('none'),
      take: (into, { shops }) => ({ ...into, shops }),
    },
    {
      field: 'findings',
      label: t('findings'),
      words: ({ findings }) => findings,
      take: (into, { findings }) => ({ ...into, findings }),
    },
    {
      field: 'objections',
      label: t('objections'),
      words: ({ objections }) => objections.map(({ name, text }) => `${name}${text}`).join('；') || t('none'),
      take: (into, { objections }) => ({ ...into, objections }),
    },
  ]
}

/** Both sides of every part that differs; pictures and signatures always, because they are each telephone's own. */
export function compareRecords(mine: SiteCheckRecord, theirs: SiteCheckRecord): Side[] {
  return partsOf()
    .map(({ field, label, words }) => ({ field, label, mine: words(mine), theirs: words(theirs) }))
    .filter(side => side.field === 'proof' || side.mine !== side.theirs)
}

export function mergeRecords(
  mine: SiteCheckRecord,
  theirs: SiteCheckRecord,
  chosen: Readonly<Record<string, Choice>>,
): SiteCheckRecord {
  return partsOf().reduce(
    (record, { field, take }) => (chosen[field] === 'theirs' ? take(record, theirs) : record),
    mine,
  )
}
