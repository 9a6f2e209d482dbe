import { Link, useLocation, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { editorRoutes, type StatuteArticle, type StatuteLine, type UseView } from '#contract/outreach'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad, PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { ImpactList } from './impact-list.tsx'
import './law-library.css'
import { texts } from './texts.ts'
import { useImpact, useStatute } from './use-library.ts'
import { UseList } from './use-list.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

const idOf = ({ number, sub }: StatuteArticle): string => `a${number}${sub ? `.${sub}` : ''}`

/** One law in the console: its text with what rests on each article, its versions, and the list of impact of this version. */
export function StatutePage() {
  const t = texts.useTexts()
  const { key } = useParams({ from: '/law/$key' })
  const chosen = useLocation({ select: ({ hash }) => hash })
  const statute = useStatute(key)
  const [shown, setShown] = useState<'text' | 'impact' | 'withdraw'>('text')
  const here = statute.data !== undefined && shown === 'text'
  useEffect(() => {
    if (here && chosen) document.getElementById(chosen)?.scrollIntoView({ block: 'center' })
  }, [here, chosen])
  const mayEdit = mayUse(editorRoutes.draftWithdrawal, useStaff())
  if (statute.isError) return <PageFailed error={statute.error} retry={() => void statute.refetch()} />
  if (!statute.data) return <Loading />
  const { statute: line, versions, articles, uses } = statute.data
  const under = new Map(uses.map(({ article, uses: own }) => [article, own]))
  return (
    <div className="page">
      <div className="page-head">
        <h1 lang="zh-CN">{line.title}</h1>
        <span className="flag">{t(line.state)}</span>
      </div>
      <Standing line={line} />
      <Versions versions={versions} here={line.key} />
      <div className="law-buttons">
        <Button aria-pressed={shown === 'text'} onClick={() => setShown('text')}>
          {t('text')}
        </Button>
        <Button aria-pressed={shown === 'impact'} disabled={!line.earlier} onClick={() => setShown('impact')}>
          {t('impact')}
        </Button>
        {line.earlier ? null : <span className="quiet small">{t('impact.noEarlier')}</span>}
        {mayEdit && line.imported && line.withdrawn === null ? (
          <Button aria-pressed={shown === 'withdraw'} onClick={() => setShown('withdraw')}>
            {t('withdraw')}
          </Button>
        ) : null}
      </div>
      {shown === 'impact' ? <Impact law={line.key} /> : null}
      {shown === 'withdraw' ? <WithdrawForm law={line} /> : null}
      {shown === 'text'
        ? articles.map((article, at) => (
            <Article
              key={idOf(article)}
              article={article}
              chosen={chosen === idOf(article)}
              heading={article.heading === articles[at - 1]?.heading ? '' : article.heading}
              uses={(article.sub === 0 ? under.get(article.number) : undefined) ?? []}
            />
          ))
        : null}
    </div>
  )
}

function Standing({ line }: { line: StatuteLine }) {
  const t = texts.useTexts()
  return (
    <>
      <p className="quiet">
        {[
          line.number,
          line.imported ? t('ofDay', { day: line.day }) : null,
          t('effective.on', { day: line.inForce }),
          line.until === null ? null : t('until', { day: line.until }),
          line.source === '' ? null : t('source', { source: line.source }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {line.withdrawn === null ? null : <p className="law-notice">{t('withdrawn.words', { ...line.withdrawn })}</p>}
      {line.imported ? null : <p className="law-notice">{t('notImported')}</p>}
    </>
  )
}

function Versions({ versions, here }: { versions: readonly StatuteLine[]; here: string }) {
  const t = texts.useTexts()
  if (versions.length < 2) return null
  return (
    <ul className="plain-list">
      {versions.map(({ key, day, inForce, state }) => (
        <li key={key}>
          {key === here ? (
            <strong>{t('ofDay', { day })}</strong>
          ) : (
            <Link to="/law/$key" params={{ key }}>
              {t('ofDay', { day })}
            </Link>
          )}{' '}
          <span className="quiet">
            {t('effective.on', { day: inForce })} · {t(state)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Impact({ law }: { law: string }) {
  const impact = useImpact(law, true)
  if (impact.isError) return <FailedToLoad error={impact.error} retry={() => void impact.refetch()} />
  return impact.data ? <ImpactList items={impact.data.items} /> : <Loading />
}

interface ArticleProps {
  article: StatuteArticle
  uses: readonly UseView[]
  heading: string
  chosen: boolean
}

function Article({ article, uses, heading, chosen }: ArticleProps) {
  const t = texts.useTexts()
  return (
    <>
      {heading ? (
        <h2 className="law-chapter" lang="zh-CN">
          {heading}
        </h2>
      ) : null}
      <section id={idOf(article)} className="law-reading" data-chosen={chosen || undefined} aria-label={article.label}>
        {article.text.split('\n').map((paragraph, at) => (
          <p key={paragraph} lang="zh-CN">
            {at === 0 ? <strong>{article.label}　</strong> : null}
            {paragraph}
          </p>
        ))}
        {uses.length === 0 ? null : (
          <details open={chosen}>
            <summary>{t('uses', { count: uses.length })}</summary>
            <UseList uses={uses} />
          </details>
        )}
      </section>
    </>
  )
}
