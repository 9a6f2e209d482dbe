import { routes } from '#contract/outreach'
import { lawUseKinds } from '#kernel/law-use'
import { call } from '../../shared/api.ts'
import { currentLanguage } from '../../shared/language.ts'
import { lawPath, paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

/** One rule, document or penalty of this system and every article it rests on. */
export function LawUsePage({ id }: { id: string }) {
  const t = texts.useTexts()
  const language = currentLanguage()
  const { value, problem } = useLoaded(() => call(routes.getUse, { params: { id } }))
  const title = value === undefined ? t('use') : value.use[language]
  return (
    <Page title={title}>
      <ProblemNote problem={problem} />
      {value === undefined && !problem ? <p role="status">{t('loading')}</p> : null}
      {value === undefined ? (
        <Link to={paths.law}>{t('back')}</Link>
      ) : (
        <>
          <p className="quiet">
            {lawUseKinds[value.use.kind][language]} · {t('use.rests', { count: value.articles.length })}
          </p>
          {value.use.path === null ? null : (
            <p>
              <a href={value.use.path}>{t('use.open')}</a>
            </p>
          )}
          <ul className="law-list">
            {value.articles.map(({ cite, words, wordsEn, text, imported, key }) => (
              <li key={words}>
                {key === null ? (
                  <strong>{words}</strong>
                ) : (
                  <Link to={lawPath(key, { number: cite.article, sub: 0 })}>
                    <strong>{language === 'zh' ? words : wordsEn}</strong>
                  </Link>
                )}
                {imported ? null : <span className="quiet">{t('summary.short')}</span>}
                {text.split('\n').map(paragraph => (
                  <p key={paragraph} lang="zh-CN">
                    {paragraph}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
