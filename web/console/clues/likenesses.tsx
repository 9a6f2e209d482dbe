import { Link } from '@tanstack/react-router'
import { type ClueDetail, factKinds, stateWords } from '#contract/intelligence'
import { pick } from '../../shared/i18n.ts'
import { texts } from './texts.ts'

/** 可能重复: each with what says so. */
export function Likenesses({ found }: { found: ClueDetail['likenesses'] }) {
  const t = texts.useTexts()
  return (
    <>
      <h2 className="gap-above">{t('same')}</h2>
      {found.length === 0 ? <p className="quiet">{t('same.none')}</p> : null}
      <ul className="plain-list">
        {found.map(({ no, shared, text, state }) => (
          <li key={no}>
            <Link to="/clues/$no" params={{ no }}>
              {no}
            </Link>{' '}
            <span className="quiet">{pick(stateWords[state].zh, stateWords[state].en)}</span>{' '}
            {shared.length === 0
              ? null
              : t('same.shared', {
                  kinds: shared.map(kind => pick(factKinds[kind].zh, factKinds[kind].en)).join('、'),
                })}{' '}
            {text > 0 ? t('same.text', { percent: Math.round(text * 100) }) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
