import type { ApplicationDetail } from '#contract/licensing'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { fileWord } from '../app/file-words.ts'
import { GivenDocuments } from './given-documents.tsx'
import { texts } from './texts.ts'

/** 材料, 文书 and 经过 of a file. */
export function FileHistory({ detail }: { detail: ApplicationDetail }) {
  return (
    <>
      <Materials materials={detail.materials} />
      <Papers papers={detail.papers} />
      <Timeline timeline={detail.timeline} />
    </>
  )
}

function Materials({ materials }: { materials: ApplicationDetail['materials'] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section className="card">
      <h2>{t('materials')}</h2>
      {materials.length === 0 ? (
        <p className="quiet">{t('materials.none')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('materials.what')}</th>
              <th scope="col">{t('materials.source')}</th>
              <th scope="col">{t('materials.state')}</th>
            </tr>
          </thead>
          <tbody>
            {materials.map(material => (
              <tr key={material.kind}>
                <td>{pick(material.label, material.labelEn ?? '', language)}</td>
                <td>{fileWord(material.source, language)}</td>
                <td>
                  {fileWord(material.state, language)}
                  {material.detail === null ? null : (
                    <div className="quiet small">{fileWord(material.detail, language)}</div>
                  )}
                  <GivenDocuments documents={material.documents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Papers({ papers }: { papers: ApplicationDetail['papers'] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const paperLabel = ({ label, labelEn }: (typeof papers)[number]) =>
    pick(label, labelEn ?? fileWord(label, language), language)
  return (
    <section className="card">
      <h2>{t('papers')}</h2>
      {papers.length === 0 ? <p className="quiet">{t('papers.none')}</p> : null}
      <ul className="plain-list">
        {papers.map(paper => (
          <li key={`${paper.kind} ${paper.number} ${paper.at}`}>
            {paperLabel(paper)} {paper.number} <span className="quiet small">{formatInstant(paper.at, language)}</span>{' '}
            {paper.url === null ? null : (
              <a href={paper.url} target="_blank" rel="noreferrer">
                {t('papers.open')}
                <span className="visually-hidden"> {paperLabel(paper)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Timeline({ timeline }: { timeline: ApplicationDetail['timeline'] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section className="card">
      <h2>{t('timeline')}</h2>
      <ol className="timeline">
        {timeline.map(entry => (
          <li key={`${entry.at} ${entry.event}`}>
            <time className="quiet" dateTime={entry.at}>
              {formatInstant(entry.at, language)}
            </time>
            <div>
              <strong>{pick(entry.label, entry.labelEn ?? '', language)}</strong>{' '}
              <span className="quiet">{fileWord(entry.by, language)}</span>
              {entry.note === null ? null : <div>{entry.note}</div>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
