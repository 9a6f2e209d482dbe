import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { languageTags, setLanguage, useLanguage } from '../../shared/language.ts'
import { HomePage } from '../home/home-page.tsx'
import { type PageName, pageOf, paths, useHash, usePath } from './address.ts'
import { FailedPage } from './failed-page.tsx'
import { Link } from './link.tsx'
import { Page } from './page.tsx'
import { firstPart, pageParts } from './page-parts.ts'
import { texts } from './texts.ts'
import { setView, useView } from './view.ts'

type Drawn = keyof typeof pageParts
const parts = Object.fromEntries(
  Object.entries(pageParts).map(([name, load]) => [name, lazy(load)]),
) as unknown as Readonly<Record<Drawn, ComponentType>>
const pages: Readonly<Record<PageName, ComponentType>> = { ...parts, home: HomePage, notFound: NotFound }

/** The public site: one page at a time, a switch for large letters and one for English. */
export function Portal() {
  const t = texts.useTexts()
  const path = usePath()
  // The QR of a draft leads to the front door with the code behind the `#`.
  const draft = useHash().startsWith('#draft=')
  const page = draft && path === paths.home ? 'draft' : pageOf(path)
  const Current = firstPart(page) ?? pages[page]
  return (
    <>
      {/* No link: on the verification page the part of the address behind # is the code itself. */}
      <button type="button" className="skip-link" onClick={() => document.getElementById('content')?.focus()}>
        {t('skip')}
      </button>
      {document.documentElement.dataset['mode'] === 'demo' ? (
        <aside className="demo-mark" aria-label={t('demo')}>
          <strong>{t('demo')}</strong> {t('demo.help')}
        </aside>
      ) : null}
      <Head />
      <main id="content" tabIndex={-1}>
        <Shelter key={page + path}>
          <Suspense fallback={<p role="status">{t('loading')}</p>}>
            <Current />
          </Suspense>
        </Shelter>
      </main>
      <Foot />
      <Bar page={page} />
    </>
  )
}

function Head() {
  const t = texts.useTexts()
  const language = useLanguage()
  const view = useView()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <header className="head">
      <Link to={paths.home} className="head-product">
        <strong>{t('product')}</strong> <span>{t('subtitle')}</span>
      </Link>
      <div className="head-switches">
        <button
          type="button"
          aria-pressed={view === 'elder'}
          onClick={() => setView(view === 'elder' ? 'standard' : 'elder')}
        >
          {t(view === 'elder' ? 'standard' : 'elder')}
        </button>
        <button type="button" lang={languageTags[other]} onClick={() => setLanguage(other)}>
          {other === 'en' ? 'English' : '中文'}
        </button>
      </div>
    </header>
  )
}

function Foot() {
  const t = texts.useTexts()
  return (
    <footer className="foot">
      <nav aria-label={t('footer.label')}>
        <Link to={paths.guides}>{t('guides')}</Link>
        <Link to={paths.report}>{t('report')}</Link>
        <Link to={paths.draws}>{t('draws')}</Link>
        <Link to={paths.penalties}>{t('penalties')}</Link>
        <Link to={paths.openData}>{t('openData')}</Link>
        <Link to={paths.models}>{t('models')}</Link>
        <Link to={paths.privacy}>{t('privacy')}</Link>
        <Link to={paths.accessibility}>{t('accessibility')}</Link>
      </nav>
    </footer>
  )
}

/** 底栏: the four places of the phone; where one is, is said by a word for the screen reader and a bar for the eye. */
const bar = [
  ['services', paths.home, ['home', 'apply', 'act', 'issue', 'draft']],
  [
    'lookup',
    paths.lookup,
    ['lookup', 'points', 'verify', 'progress', 'draws', 'penalties', 'openData', 'models', 'report', 'reportFollow'],
  ],
  [
    'learn',
    paths.learn,
    ['learn', 'law', 'quiz', 'event', 'live', 'films', 'lesson', 'guides', 'guide', 'privacy', 'accessibility'],
  ],
  ['me', paths.me, ['me', 'data', 'mandates', 'credit', 'signedIn']],
] as const satisfies readonly (readonly [string, string, readonly PageName[]])[]

function Bar({ page }: { page: PageName }) {
  const t = texts.useTexts()
  return (
    <nav className="bar no-print" aria-label={t('bar')}>
      {bar.map(([name, path, pagesHere]) => (
        <Link key={name} to={path} current={pagesHere.some(here => here === page)}>
          {t(`bar.${name}`)}
        </Link>
      ))}
    </nav>
  )
}

function NotFound() {
  const t = texts.useTexts()
  return (
    <Page title={t('notFound')}>
      <p>{t('notFound.next')}</p>
    </Page>
  )
}

/** A part of the site that could not be loaded says so instead of leaving an empty page. */
class Shelter extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <FailedPage /> : this.props.children
  }
}
