import { Link, useRouterState } from '@tanstack/react-router'
import { useStaff } from '../session/session.ts'
import { groupsFor, type NavPage, pageAt } from './navigation.ts'
import { texts } from './texts.ts'

const usePathname = () => useRouterState({ select: ({ location }) => location.pathname })

/** The first row: each group leads to its first page that is open to this person. */
export function NavigationGroups() {
  const t = texts.useTexts()
  const here = pageAt(usePathname())
  return (
    <nav className="frame-nav" aria-label={t('nav.label')}>
      {groupsFor(useStaff()).map(({ text, pages, open: [first] }) =>
        first === undefined ? (
          <Closed key={text} page={pages[0]} />
        ) : (
          <Link key={text} to={first.to} className={pages.some(page => page === here) ? 'frame-nav-here' : ''}>
            {t(text)}
          </Link>
        ),
      )}
    </nav>
  )
}

/** The second row: the pages of the group one is in; none where the group has one page only. */
export function NavigationPages() {
  const t = texts.useTexts()
  const staff = useStaff()
  const here = pageAt(usePathname())
  const group = groupsFor(staff).find(({ pages }) => pages.some(page => page === here))
  if (group === undefined || group.pages.length < 2) return null
  return (
    <nav className="frame-pages" aria-label={t(group.text)}>
      {group.pages.map(page =>
        group.open.includes(page) ? (
          <Link
            key={page.to}
            to={page.to}
            className={page === here ? 'frame-nav-here' : ''}
            aria-current={page === here ? 'page' : undefined}
          >
            {t(page.text)}
          </Link>
        ) : (
          <Closed key={page.to} page={page} />
        ),
      )}
    </nav>
  )
}

function Closed({ page }: { page: NavPage | undefined }) {
  const t = texts.useTexts()
  if (page?.closed === undefined) return null
  return (
    <span className="frame-nav-off" title={t(page.closed)}>
      {t(page.text)}
      <small>{t(page.closed)}</small>
    </span>
  )
}
