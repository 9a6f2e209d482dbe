import { type SiteCheckView, siteCheckAnswers, siteCheckItems } from '#contract/licensing'
import { formatInstant } from '../../../shared/format.ts'
import { useLanguage } from '../../../shared/language.ts'
import { Drawing } from './drawing.tsx'
import { SitePhotos } from './site-photos.tsx'
import { texts } from './texts.ts'

/** 一份现场记录: who, what was seen and measured, objections, drawings, pictures. */
export function SiteRecord({ check, applicationNo }: { check: SiteCheckView; applicationNo: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { record } = check
  return (
    <article className="site-record">
      <p>
        <strong>{t(`state.${check.state}`, { name: check.second, why: check.dispute })}</strong>{' '}
        <span className="quiet small">
          {t('by', {
            first: check.by,
            second: check.second,
            captured: formatInstant(check.capturedAt, language),
            recorded: formatInstant(check.recordedAt, language),
          })}
        </span>
      </p>
      <Items record={record} />
      <Distances check={check} />
      <p>
        <strong>{t('findings')}</strong>　{record.findings}
      </p>
      <Objections record={record} />
      <div className="site-drawings">
        {record.sketch.length > 0 ? <Drawing strokes={record.sketch} label={t('sketch')} /> : null}
        <Drawing strokes={record.signatures.first} label={t('sign.of', { name: check.by })} />
        <Drawing strokes={record.signatures.second} label={t('sign.of', { name: check.second })} />
        <Applicant applicant={record.signatures.applicant} />
      </div>
      <SitePhotos photos={record.photos} applicationNo={applicationNo} />
      <p className="quiet small">{t('digest', { digest: check.digest })}</p>
    </article>
  )
}

type RecordOf = SiteCheckView['record']

function Items({ record }: { record: RecordOf }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('items')}</th>
          <th scope="col">{t('result')}</th>
          <th scope="col">{t('note')}</th>
        </tr>
      </thead>
      <tbody>
        {record.items.map(({ code, answer, note }) => (
          <tr key={code}>
            <td>{siteCheckItems[code][language]}</td>
            <td>{siteCheckAnswers[answer][language]}</td>
            <td>{note}</td>
          </tr>
        ))}
        {record.areaM2 === null ? null : (
          <tr>
            <td>{t('area')}</td>
            <td colSpan={2}>{t('area.words', { m2: record.areaM2 })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Distances({ check: { lines, record } }: { check: SiteCheckView }) {
  const t = texts.useTexts()
  const { place } = record
  return (
    <>
      {lines.length === 0 ? null : (
        <>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('to')}</th>
                <th scope="col">{t('walk')}</th>
                <th scope="col">{t('limit')}</th>
                <th scope="col">{t('line')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ to, name, walk, limit, line }) => (
                <tr key={to}>
                  <td>{name}</td>
                  <td>
                    <strong>{t('metres', { n: walk.toFixed(1) })}</strong>
                  </td>
                  <td>{limit === null ? '' : t('metres', { n: limit })}</td>
                  <td className="quiet">{line === null ? t('line.none') : t('line.words', line)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="quiet small">{t('law')}</p>
        </>
      )}
      <p className="quiet small">
        {place === null
          ? t('place.none')
          : t('place', { lng: place.lng.toFixed(6), lat: place.lat.toFixed(6), metres: place.accuracyMetres })}
      </p>
    </>
  )
}

function Objections({ record: { objections } }: { record: RecordOf }) {
  const t = texts.useTexts()
  if (objections.length === 0) return <p className="quiet">{t('objections.none')}</p>
  return (
    <>
      <strong>{t('objections')}</strong>
      <ul className="plain-list">
        {objections.map(({ who, name, text }) => (
          <li key={text}>
            {t(who)} {name}：{text}
          </li>
        ))}
      </ul>
    </>
  )
}

function Applicant({ applicant }: { applicant: RecordOf['signatures']['applicant'] }) {
  const t = texts.useTexts()
  return applicant.kind === 'signed' ? (
    <Drawing strokes={applicant.strokes} label={t('applicant.signed', { name: applicant.name })} />
  ) : (
    <p>{t(`applicant.${applicant.kind}`, { why: applicant.why })}</p>
  )
}
