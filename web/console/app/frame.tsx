import { Outlet } from '@tanstack/react-router'
import { Button } from 'antd'
import { hitRoutes, informantRoutes } from '#contract/intelligence'
import { OpeningBadge } from '../clues/opening-badge.tsx'
import { HitBadge } from '../graph/hit-badge.tsx'
import { signOut, useStaff } from '../session/session.ts'
import { texts as sessionTexts } from '../session/texts.ts'
import { useIdleLock } from '../session/use-idle-lock.ts'
import './frame.css'
import { LanguageSwitch } from './language-switch.tsx'
import { NavigationGroups, NavigationPages } from './navigation-rows.tsx'
import { mayUse } from './permissions.ts'
import { roleTexts } from './role-texts.ts'
import { texts } from './texts.ts'

/** What stands around every page: where one can go, who one is, and the way out. */
export function Frame() {
  const t = texts.useTexts()
  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className="frame-head">
        <span className="frame-product">{t('product')}</span>
        <NavigationGroups />
        <Who />
      </header>
      <NavigationPages />
      <main id="content" className="frame-body" tabIndex={-1}>
        <Outlet />
      </main>
      <IdleWarning />
    </div>
  )
}

function Who() {
  const t = texts.useTexts()
  const role = roleTexts.useTexts()
  const staff = useStaff()
  return (
    <div className="frame-who">
      {mayUse(informantRoutes.alarms, staff) ? <OpeningBadge /> : null}
      {mayUse(hitRoutes.count, staff) ? <HitBadge /> : null}
      <span>
        <strong>{staff.name}</strong> <span className="quiet">{staff.roles.map(name => role(name)).join(' · ')}</span>
      </span>
      <LanguageSwitch />
      <Button onClick={() => void signOut()}>{t('signOut')}</Button>
    </div>
  )
}

function IdleWarning() {
  const t = sessionTexts.useTexts()
  const verdict = useIdleLock(useStaff().idleSeconds)
  if (verdict.state !== 'warning') return null
  return (
    <div className="idle-warning" role="alert">
      {t('idle.warning', { seconds: verdict.secondsLeft })}
    </div>
  )
}
