import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { routes } from '#contract/delivery'
import { mayUse } from '../app/permissions.ts'
import { useStaff } from '../session/session.ts'
import './delivery.css'
import { texts } from './texts.ts'

const tabs = [
  ['/delivery', 'tab.items', routes.listItems],
  ['/delivery/plan', 'tab.plan', routes.planRound],
  ['/delivery/rounds', 'tab.rounds', routes.listRounds],
  ['/delivery/calendar', 'tab.calendar', routes.listVisits],
  ['/delivery/held', 'tab.held', routes.listHeldActs],
] as const

/** What stands above every page of delivery. */
export function DeliveryFrame({ children }: { children: ReactNode }) {
  const t = texts.useTexts()
  const staff = useStaff()
  return (
    <div className="page delivery-page">
      <nav className="delivery-tabs" aria-label={t('title')}>
        {tabs
          .filter(([, , route]) => mayUse(route, staff))
          .map(([to, label]) => (
            <Link key={to} to={to} activeOptions={{ exact: true }}>
              {t(label)}
            </Link>
          ))}
      </nav>
      {children}
    </div>
  )
}
