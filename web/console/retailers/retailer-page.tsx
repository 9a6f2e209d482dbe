import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { routes as licensing } from '#contract/licensing'
import { type RetailerView, routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { registerWord, registerWords } from '../../shared/register-words.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { FactCard } from '../application/file-facts.tsx'
import { CreditCard } from '../credit/shop-card.tsx'
import { StateSign } from '../map/state-sign.tsx'
import { MessagesCard } from '../messages/shop-messages.tsx'
import { ShopSchools } from '../schools/shop-card.tsx'
import { LicenceHistory } from './licence-history.tsx'
import { ProceedingsCard } from './proceedings.tsx'
import './retailer-page.css'
import { AlertsCard } from './shop-alerts.tsx'
import { DeliveriesCard } from './shop-deliveries.tsx'
import { CasesCard, LooksCard, VisitsCard } from './shop-life.tsx'
import { codeWord, texts } from './texts.ts'

/** 一户一页: what is registered, what the licence says, what was applied for and printed, what was noticed, visited, graded and decided, and who looked. */
export function RetailerPage() {
  const t = texts.useTexts()
  const { licenceNo } = useParams({ from: '/retailers/$licenceNo' })
  const retailer = useQuery({
    queryKey: ['retailer', licenceNo],
    queryFn: ({ signal }) => call(registry.getRetailer, { params: { licenceNo }, signal }),
  })
  const licence = useQuery({
    queryKey: ['licenceOfShop', licenceNo],
    queryFn: ({ signal }) => call(licensing.licenceOfShop, { params: { licenceNo }, signal }),
  })
  return (
    <div className="page retailer-page">
      <Link className="small" to="/retailers">
        {t('back')}
      </Link>
      {retailer.isError ? (
        <FailedToLoad error={retailer.error} retry={() => void retailer.refetch()} />
      ) : retailer.isPending ? (
        <Loading />
      ) : (
        <Registration retailer={retailer.data} />
      )}
      {licence.isError ? (
        <FailedToLoad error={licence.error} retry={() => void licence.refetch()} />
      ) : licence.isPending ? null : (
        <LicenceHistory history={licence.data} />
      )}
      <DeliveriesCard licenceNo={licenceNo} />
      <MessagesCard licenceNo={licenceNo} />
      <ShopSchools licenceNo={licenceNo} />
      <AlertsCard licenceNo={licenceNo} />
      <VisitsCard licenceNo={licenceNo} />
      <CreditCard licenceNo={licenceNo} />
      <CasesCard licenceNo={licenceNo} />
      <ProceedingsCard licenceNo={licenceNo} />
      <LooksCard licenceNo={licenceNo} />
    </div>
  )
}

function Registration({ retailer }: { retailer: RetailerView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const day = (text: string) => formatDayShort(text, language)
  return (
    <>
      <div className="file-head">
        <h1>{retailer.shopName}</h1>
        <StateSign state={retailer.state} />
      </div>
      <p className="quiet">
        {retailer.licenceNo} · {retailer.townName} · {registerWord(retailer.businessFormat)} ·{' '}
        <Link to="/map" search={{ town: retailer.areaCode.slice(0, 9) }}>
          {t('map')}
        </Link>
      </p>
      <div className="fact-cards wide">
        <FactCard
          title={t('facts')}
          facts={[
            [t('operator'), retailer.operatorNameMasked],
            [t('operatorId'), retailer.operatorIdMasked],
            [t('phone'), retailer.phoneMasked],
            [t('address'), retailer.address],
            [t('creditCode'), retailer.creditCode ?? t('creditCode.none')],
            [t('subjectKind'), codeWord(t, retailer.subjectKind)],
            [t('marketType'), codeWord(t, retailer.marketType)],
            [t('grade'), retailer.grade ?? t('grade.none')],
            [t('licensedOn'), day(retailer.licensedOn)],
            [t('term'), `${day(retailer.validFrom)} – ${day(retailer.validTo)}`],
            [t('scope'), registerWords(retailer.scope)],
          ]}
        />
        <Hints retailer={retailer} />
      </div>
    </>
  )
}

function Hints({ retailer }: { retailer: RetailerView }) {
  const t = texts.useTexts()
  const gate = retailer.nearestGate
  return (
    <section className="card">
      <h2>{t('hints')}</h2>
      <p>
        {gate === null
          ? t('gate.none')
          : `${t('gate', { ...gate })}${t('gate.kind', { kind: codeWord(t, gate.kind) })}`}
      </p>
      <p className="quiet small">{t('gate.help')}</p>
      <h3>{t('sameAddress')}</h3>
      <OtherLicences numbers={retailer.sameAddress} />
      <h3>{t('sameOperator')}</h3>
      <OtherLicences numbers={retailer.sameOperator} />
    </section>
  )
}

function OtherLicences({ numbers }: { numbers: readonly string[] }) {
  const t = texts.useTexts()
  if (numbers.length === 0) return <p className="quiet">{t('none')}</p>
  return (
    <ul className="plain-list">
      {numbers.map(licenceNo => (
        <li key={licenceNo}>
          <Link to="/retailers/$licenceNo" params={{ licenceNo }}>
            {licenceNo}
          </Link>
        </li>
      ))}
    </ul>
  )
}
