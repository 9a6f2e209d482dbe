import { webRoutes } from '#contract/access'
import { routes } from '#contract/licensing'
import { callFromPortal } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { paths } from '../app/address.ts'
import { Basis } from '../app/basis.tsx'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { SignedInOnly } from '../session/gate.tsx'
import { ProblemNote } from '../session/problem-note.tsx'
import { Consents } from './consents.tsx'
import './me.css'
import { texts } from './texts.ts'
import { useLoaded } from './use-loaded.ts'

const law = [
  { instrument: 'GX', article: 15 },
  { instrument: 'GX', article: 44 },
  { instrument: 'GX', article: 45 },
]

/** 我的同意和查看记录 (个人信息保护法第十五条、第四十五条). */
export default function DataPage() {
  return <SignedInOnly back={paths.data}>{() => <Data />}</SignedInOnly>
}

async function readData() {
  const [consents, looks] = await Promise.all([callFromPortal(webRoutes.myConsents), callFromPortal(routes.myLooks)])
  return { consents: consents.items, looks: looks.items }
}

function Data() {
  const t = texts.useTexts()
  const { value, problem, again } = useLoaded(readData)
  return (
    <Page title={t('data')}>
      <ProblemNote problem={problem} />
      {value === undefined ? (
        problem ? null : (
          <p role="status">{t('loading')}</p>
        )
      ) : (
        <>
          <Consents consents={value.consents} again={again} />
          <section>
            <h2>{t('looks')}</h2>
            <p className="quiet">{t('looks.intro')}</p>
            {value.looks.length === 0 ? <p>{t('looks.none')}</p> : null}
            <ul className="mine">
              {value.looks.map(look => (
                <li key={`${look.at}${look.about}${look.role}`}>
                  <strong>{t(`look.${look.purpose}`, { about: look.about })}</strong>
                  <span>
                    {formatInstant(look.at)} · {look.office} · {pick(look.role, look.roleEn)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      <Basis basis={law} />
      <p>
        <Link to={paths.me}>{t('back')}</Link>
      </p>
    </Page>
  )
}
