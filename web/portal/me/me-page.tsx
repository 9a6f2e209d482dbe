import type { WebVisitor } from '#contract/access'
import { draftRoutes, routes } from '#contract/licensing'
import { callFromPortal } from '../../shared/api.ts'
import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { texts as creditTexts } from '../credit/texts.ts'
import { SignedInOnly } from '../session/gate.tsx'
import { ProblemNote } from '../session/problem-note.tsx'
import { signOut } from '../session/visitor.ts'
import { Applications } from './applications.tsx'
import { Drafts } from './drafts.tsx'
import { Licences } from './licences.tsx'
import { texts as mandateTexts } from './mandates/texts.ts'
import './me.css'
import { texts } from './texts.ts'
import { useLoaded } from './use-loaded.ts'

/** 我的: what is not finished, how far the applications are, the licences, and the own data. */
export default function MePage() {
  return <SignedInOnly back={paths.me}>{visitor => <Mine visitor={visitor} />}</SignedInOnly>
}

async function readMine() {
  const [licences, applications, drafts] = await Promise.all([
    callFromPortal(routes.myLicences),
    callFromPortal(routes.myApplications),
    callFromPortal(draftRoutes.myDrafts),
  ])
  return { licences: licences.items, applications: applications.items, drafts: drafts.items }
}

function Mine({ visitor }: { visitor: WebVisitor }) {
  const t = texts.useTexts()
  const credit = creditTexts.useTexts()
  const mandate = mandateTexts.useTexts()
  const { value, problem, again } = useLoaded(readMine)
  const { name, idNoMasked } = visitor.person
  return (
    <Page title={t('title')}>
      <p>
        {t('who', { name, idNo: idNoMasked.slice(-6) })} · {t(`method.${visitor.method}`)}
      </p>
      <ProblemNote problem={problem} />
      {value === undefined ? (
        problem ? null : (
          <p role="status">{t('loading')}</p>
        )
      ) : (
        <>
          <Drafts drafts={value.drafts} again={again} />
          <Applications applications={value.applications} again={again} />
          <Licences licences={value.licences} />
        </>
      )}
      <ul className="doors">
        <li>
          <Link to={paths.credit} className="door">
            <strong>{credit('title')}</strong>
            <span>{credit('help')}</span>
          </Link>
        </li>
        <li>
          <Link to={paths.mandates} className="door">
            <strong>{mandate('title')}</strong>
            <span>{mandate('help')}</span>
          </Link>
        </li>
        <li>
          <Link to={paths.data} className="door">
            <strong>{t('data')}</strong>
            <span>{t('data.help')}</span>
          </Link>
        </li>
      </ul>
      <div className="buttons">
        <button type="button" className="act plain" onClick={() => void signOut()}>
          {t('signOut')}
        </button>
      </div>
    </Page>
  )
}
