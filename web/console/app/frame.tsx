import { Link, Outlet } from '@tanstack/react-router'
import { Button } from 'antd'
import { routes as delivery } from '#contract/delivery'
import { routes as exchange } from '#contract/exchange'
import { automaticRoutes, routes as licensing } from '#contract/licensing'
import { signOut, useStaff } from '../session/session.ts'
import { texts as sessionTexts } from '../session/texts.ts'
import { useIdleLock } from '../session/use-idle-lock.ts'
import './frame.css'
import { LanguageSwitch } from './language-switch.tsx'
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
        <Navigation />
        <Who />
      </header>
      <main id="content" className="frame-body" tabIndex={-1}>
        <Outlet />
      </main>
      <IdleWarning />
    </div>
  )
}

function Navigation() {
  const t = texts.useTexts()
  const staff = useStaff()
  return (
    <nav className="frame-nav" aria-label={t('nav.label')}>
      {mayUse(licensing.workList, staff) ? (
        <Link to="/work" search={{ view: 'mine' }}>
          {t('nav.work')}
        </Link>
      ) : (
        <span className="frame-nav-off" title={t('nav.notYours')}>
          {t('nav.work')}
          <small>{t('nav.notYours')}</small>
        </span>
      )}
      <Link to="/retailers">{t('nav.retailers')}</Link>
      <Link to="/map">{t('nav.map')}</Link>
      {mayUse(delivery.listItems, staff) ? (
        <Link to="/delivery">{t('nav.delivery')}</Link>
      ) : mayUse(delivery.listVisits, staff) ? (
        <Link to="/delivery/calendar">{t('nav.delivery')}</Link>
      ) : null}
      <Link to="/terminals">{t('nav.terminals')}</Link>
      {mayUse(automaticRoutes.listStops, staff) ? <Link to="/automatic">{t('nav.automatic')}</Link> : null}
      {mayUse(exchange.listGateways, staff) ? <Link to="/gateways">{t('nav.gateways')}</Link> : null}
    </nav>
  )
}

function Who() {
  const t = texts.useTexts()
  const role = roleTexts.useTexts()
  const staff = useStaff()
  return (
    <div className="frame-who">
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
