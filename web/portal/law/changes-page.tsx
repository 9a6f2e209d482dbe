import { routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { lawPath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

/** Two versions of a statute, article by article. */
export function ChangesPage({ statute }: { statute: string }) {
  const t = texts.useTexts()
  const { value, problem } = useLoaded(() => call(routes.getStatuteChanges, { params: { key: statute } }))
  return (
    <Page title={value ? `${value.after.title} · ${t('changes')}` : t('changes')}>
      <ProblemNote problem={problem} />
      <p className="law-ways no-print">
        <Link to={lawPath(statute)}>{t('toText')}</Link>
      </p>
      {value === undefined && !problem ? <p role="status">{t('loading')}</p> : null}
      {value ? (
        <p>
          {value.items.length === 0
            ? t('same')
            : t('compared', { before: value.before.day, after: value.after.day, count: value.items.length })}
        </p>
      ) : null}
      <ul className="law-list" lang="zh-CN">
        {value?.items.map(({ label, kind, before, after }) => (
          <li key={label + kind}>
            <strong>
              {label} · {t(kind)}
            </strong>
            {before === null ? null : (
              <p>
                <span className="quiet">{t('was')}　</span>
                <del>{before}</del>
              </p>
            )}
            {after === null ? null : (
              <p>
                <span className="quiet">{t('is')}　</span>
                <ins>{after}</ins>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
