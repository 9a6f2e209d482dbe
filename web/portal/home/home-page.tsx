import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import './home.css'
import { ServicePoints } from './service-points.tsx'
import { texts } from './texts.ts'

/** What one can do here, without scrolling on a small phone. */
export function HomePage() {
  const t = texts.useTexts()
  return (
    <Page title={t('title')}>
      <ul className="choices">
        <li>
          <Link to={paths.verify} className="choice">
            <strong>{t('verify')}</strong>
            <span>{t('verify.help')}</span>
          </Link>
        </li>
        <li>
          <Link to={paths.progress} className="choice">
            <strong>{t('progress')}</strong>
            <span>{t('progress.help')}</span>
          </Link>
        </li>
        <li>
          <Link to={paths.renewal} className="choice">
            <strong>{t('renewal')}</strong>
            <span>{t('renewal.help')}</span>
          </Link>
        </li>
      </ul>
      <ServicePoints />
    </Page>
  )
}
