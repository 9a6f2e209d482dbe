import { drawRoutes, drawStateLabels, outcomeLabels, type PublicDraw } from '#contract/inspection'
import { addressOf } from '../../shared/api.ts'
import { formatDayShort, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { texts } from './texts.ts'
import { VerifyBox } from './verify-box.tsx'

/** One draw from its freezing on: what was agreed before, what happened, what came out. */
export function DrawView({ draw }: { draw: PublicDraw }) {
  const t = texts.useTexts()
  const label = drawStateLabels[draw.state]
  return (
    <>
      {draw.state === 'voided' ? <p className="wrong">{t('void')}</p> : null}
      <dl className="details">
        <Fact name={t('state')} value={pick(label.zh, label.en)} />
        <Fact name={t('visits')} value={`${formatDayShort(draw.visitsFrom)} – ${formatDayShort(draw.visitsTo)}`} />
        {draw.repeats === null ? null : <Fact name={t('repeats')} value={t('repeats.of', { id: draw.repeats })} />}
        {draw.publicValue === null ? null : <Fact name={t('publicValue')} value={draw.publicValue} />}
        <Fact name={t('hash')} value={draw.manifestHash ?? ''} />
      </dl>
      <VerifyBox file={draw.file} />
      {draw.file === null ? null : (
        <p>
          <a href={addressOf(drawRoutes.drawFile.url, { id: draw.id })} download={`${draw.id}.json`}>
            {t('download')}
          </a>
        </p>
      )}
      <h2>{t('course')}</h2>
      <ol className="draw-course" lang="zh-CN">
        {draw.entries.map(({ at, kind, words }) => (
          <li key={at + kind + words}>
            <time dateTime={at}>{formatInstant(at)}</time> {words}
          </li>
        ))}
      </ol>
      <Drawn draw={draw} />
      <Lists draw={draw} />
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Drawn({ draw: { file, outcomes } }: { draw: PublicDraw }) {
  const t = texts.useTexts()
  if (file === null) return null
  const names = new Map(file.manifest.officers.map(({ id, name }) => [id, name]))
  const found = new Map(outcomes.map(({ object, outcome }) => [object, outcomeLabels[outcome]]))
  return (
    <>
      <h2>{t('selected')}</h2>
      {outcomes.length === 0 ? <p>{t('outcomes.none')}</p> : null}
      {file.result.groups.map(({ key, objects, officers }) => (
        <section key={key}>
          <h3>{t('group', { key, officers: officers.map(id => names.get(id) ?? id).join('、') })}</h3>
          <ul>
            {objects.map(object => {
              const outcome = found.get(object)
              return (
                <li key={object}>
                  {object} {outcome ? pick(outcome.zh, outcome.en) : ''}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}

function Lists({ draw: { manifest } }: { draw: PublicDraw }) {
  const t = texts.useTexts()
  if (manifest === null) return null
  const { objects, exclusions, officers, recusals, rule } = manifest
  return (
    <>
      <h2>{t('lists')}</h2>
      <p>
        {t('listed', {
          shops: objects.length,
          excluded: exclusions.length,
          officers: officers.length,
          recused: recusals.length,
        })}
      </p>
      <h3>{t('rates.title')}</h3>
      <ul>
        {Object.entries(rule.rates).map(([name, rate]) => (
          <li key={name}>{t('rate', { name: name === 'N' ? t('ungraded') : name, rate: rate / 100 })}</li>
        ))}
      </ul>
      {exclusions.length === 0 ? null : (
        <>
          <h3>{t('exclusions')}</h3>
          <ul>
            {exclusions.map(({ object, by, reason }) => (
              <li key={object}>{t('exclusion', { object, by, reason })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
