import { applyPath, guided, paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import './home.css'
import { texts } from './texts.ts'

/** 办事: every service at one glance, without scrolling on a small telephone. */
export function HomePage() {
  const t = texts.useTexts()
  return (
    <Page title={t('title')}>
      <ul className="doors doors-two">
        {guided.map(service => (
          <li key={service}>
            <Link to={applyPath(service)} className="door">
              <strong>{t(service)}</strong>
              <span>{t(`${service}.help`)}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link to={paths.me} className="door">
            <strong>{t('mine')}</strong>
            <span>{t('mine.help')}</span>
          </Link>
        </li>
      </ul>
    </Page>
  )
}
