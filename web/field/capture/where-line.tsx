import { fixNow, type Whereabouts } from '../device/whereabouts.ts'
import { texts } from '../texts.ts'

/** 定位 in words: how exact, or why there is none; the work goes on either way. */
export function WhereLine({ where }: { where: Whereabouts }) {
  const t = texts.useTexts()
  const fix = fixNow(where)
  if (fix !== null) return <p className="quiet">{t('where.fix', { metres: fix.accuracyMetres })}</p>
  const why = where.kind === 'none' ? where.why : 'unavailable'
  return <p className={why === 'waiting' ? 'quiet' : 'amber'}>{t(`where.${why}`)}</p>
}
