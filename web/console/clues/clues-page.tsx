import { Link, useSearch } from '@tanstack/react-router'
import { clueRoutes } from '#contract/intelligence'
import { mayUse } from '../app/permissions.ts'
import { useStaff } from '../session/session.ts'
import { ClueList } from './clue-list.tsx'
import './clues.css'
import { DeskForm } from './desk-form.tsx'
import { FiguresView } from './figures-view.tsx'
import type { ClueView } from './filters.ts'
import { texts } from './texts.ts'

const views: readonly ClueView[] = ['list', 'desk', 'figures']

/** 线索: the list by clock, the form of the desk, the figures. */
export function CluesPage() {
  const t = texts.useTexts()
  const staff = useStaff()
  const { view = 'list' } = useSearch({ from: '/clues' })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p className="quiet">{t('intro')}</p>
      <nav className="clue-tabs" aria-label={t('views')}>
        {views
          .filter(one => one !== 'desk' || mayUse(clueRoutes.take, staff))
          .map(one => (
            <Link key={one} to="/clues" search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
              {t(`view.${one}`)}
            </Link>
          ))}
      </nav>
      {view === 'desk' ? <DeskForm /> : view === 'figures' ? <FiguresView /> : <ClueList />}
    </div>
  )
}
