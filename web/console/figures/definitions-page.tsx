import { Link } from '@tanstack/react-router'
import type { FigureView } from '#contract/metrics'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import './figures.css'
import { texts } from './texts.ts'
import { useDefinitions } from './use-definitions.ts'

/** 指标口径: each figure as it is defined, in the order of the pages. */
export function DefinitionsPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const groups = useDefinitions()
  if (groups.length === 0) return <Loading />
  return (
    <div className="page">
      <p>
        <Link to="/figures">← {t('back')}</Link>
      </p>
      <div className="page-head">
        <h1>{t('definitions')}</h1>
      </div>
      <p>{t('definitions.lead')}</p>
      {groups.map(({ code, name, figures }) => (
        <section key={code} aria-label={pick(name.zh, name.en, language)}>
          <h2 className="gap-above">{pick(name.zh, name.en, language)}</h2>
          <DefinitionTable figures={figures} />
        </section>
      ))}
    </div>
  )
}

function DefinitionTable({ figures }: { figures: readonly FigureView[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <div className="definition-room">
      <table className="plain-table definition-table">
        <thead>
          <tr>
            {(['figure', 'formula', 'unit', 'period', 'owner', 'basis', 'source'] as const).map(key => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(figure => (
            <tr key={figure.code}>
              <td>
                <Link to="/figures/$code" params={{ code: figure.code }}>
                  {pick(figure.name.zh, figure.name.en, language)}
                </Link>
              </td>
              <td>{pick(figure.formula.zh, figure.formula.en, language)}</td>
              <td>{t(`unit.${figure.unit}`)}</td>
              <td>{t(`period.${figure.period}`)}</td>
              <td>{pick(figure.owner.zh, figure.owner.en, language)}</td>
              <td>{pick(figure.basis.zh, figure.basis.en, language)}</td>
              <td className="small">{figure.sources.join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
