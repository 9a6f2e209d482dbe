import { paths } from './address.ts'
import { Link } from './link.tsx'
import { Page } from './page.tsx'
import { texts } from './texts.ts'

/** A part of the site did not come: without network it says what works without, otherwise to try again. */
export function FailedPage() {
  const t = texts.useTexts()
  const offline = !navigator.onLine
  return (
    <Page title={t(offline ? 'offline' : 'failed')}>
      <p>{t(offline ? 'offline.why' : 'failed.next')}</p>
      {offline ? <p>{t('offline.works')}</p> : null}
      <div className="buttons">
        {offline ? (
          <Link to={paths.verify} className="act">
            {t('offline.verify')}
          </Link>
        ) : null}
        <button type="button" className="act plain" onClick={() => location.reload()}>
          {t('failed.again')}
        </button>
        {offline ? (
          <a className="act plain" href="tel:12313">
            {t('offline.call')}
          </a>
        ) : null}
      </div>
    </Page>
  )
}
