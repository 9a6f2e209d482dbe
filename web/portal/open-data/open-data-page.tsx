import { type OpenDataset, openDataRoutes as routes } from '#contract/metrics'
import { call, type Reply } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import './open-data.css'
import { texts } from './texts.ts'

/** 数据开放: every set with its dictionary and its files, or with the reason why it is shut. */
export default function OpenDataPage() {
  const t = texts.useTexts()
  const { value: list, problem } = useLoaded(() => call(routes.openData))
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      <ProblemNote problem={problem} />
      {list || problem ? null : <p role="status">{t('asking')}</p>}
      {list === undefined ? null : (
        <>
          <Gate list={list} />
          <ol className="open-sets">
            {list.items.map(one => (
              <li key={one.id}>
                <Dataset one={one} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Page>
  )
}

/** What the gate does, and why a small or young county has many empty cells. */
function Gate({ list: { smallestGroup: k, items } }: { list: Reply<typeof routes.openData> }) {
  const t = texts.useTexts()
  return (
    <>
      <p>{t('gate', { k })}</p>
      {items.some(({ hidden, withheld }) => hidden > 0 || withheld !== null) ? <p>{t('few', { k })}</p> : null}
    </>
  )
}

function Dataset({ one }: { one: OpenDataset }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const file = (ending: 'csv' | 'json') => `/api/open-data/${one.id}/data.${ending}`
  return (
    <>
      <h2>{one.name[language]}</h2>
      <p>{one.about[language]}</p>
      {one.withheld === null ? (
        <p className="open-files">
          <a className="act plain" href={file('csv')} download aria-label={t('csv.of', { name: one.name[language] })}>
            CSV
          </a>
          <a className="act plain" href={file('json')} aria-label={t('json.of', { name: one.name[language] })}>
            JSON
          </a>
          <span>{t('rows', { rows: one.rows, updated: formatInstant(one.updated, language) })}</span>
          {one.hidden === 0 ? null : <span>{t('hidden', { hidden: one.hidden })}</span>}
        </p>
      ) : (
        <p className="wrong">{t('withheld', { why: one.withheld[language] })}</p>
      )}
      <details>
        <summary>{t('dictionary')}</summary>
        <dl className="details">
          {one.columns.map(({ key, name, meaning, unit }) => (
            <div key={key}>
              <dt>
                {name[language]} <code>{key}</code>
              </dt>
              <dd>
                {meaning[language]}
                {unit === null ? '' : t('unit', { unit: unit[language] })}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('source')}</dt>
            <dd className="open-source">{one.sources.join(' ')}</dd>
          </div>
        </dl>
      </details>
    </>
  )
}
