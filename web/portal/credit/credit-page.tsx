import { gradeRoutes as routes } from '#contract/credit'
import { callFromPortal } from '../../shared/api.ts'
import { paths } from '../app/address.ts'
import { Basis } from '../app/basis.tsx'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import '../me/me.css'
import { useLoaded } from '../me/use-loaded.ts'
import { SignedInOnly } from '../session/gate.tsx'
import { ProblemNote } from '../session/problem-note.tsx'
import { ShopCredit } from './shop-credit.tsx'
import { texts } from './texts.ts'

const law = [
  { instrument: 'YSJ', article: 49 },
  { instrument: 'YSJ', article: 50 },
  { instrument: 'YSJ', article: 52 },
]

/** 我的信用: grade, reasons and the way to object, of every shop of the holder. */
export default function CreditPage() {
  return <SignedInOnly back={paths.credit}>{() => <Mine />}</SignedInOnly>
}

async function readMine() {
  const [mine, criteria] = await Promise.all([callFromPortal(routes.mine), callFromPortal(routes.criteria)])
  return { ...mine, criteria }
}

function Mine() {
  const t = texts.useTexts()
  const { value, problem, again } = useLoaded(readMine)
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      <ProblemNote problem={problem} />
      {value === undefined ? (
        problem ? null : (
          <p role="status">{t('loading')}</p>
        )
      ) : (
        <>
          <p className="quiet small">{t('criteria', { base: value.criteria.base, ...value.criteria.thresholds })}</p>
          {value.items.length === 0 ? <p>{t('noShops')}</p> : null}
          {value.items.map(shop => (
            <ShopCredit
              key={shop.credit.licenceNo}
              shop={shop}
              days={{ objection: value.objectionDays, repair: value.repairDays }}
              again={again}
            />
          ))}
        </>
      )}
      <Basis basis={law} />
      <p>
        <Link to={paths.me}>{t('back')}</Link>
      </p>
    </Page>
  )
}
