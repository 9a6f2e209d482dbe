import { Link, useParams } from '@tanstack/react-router'
import { fields, type ItemDetail, type ItemEvent, itemKinds, itemRoutes, itemStates } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { ItemHistory } from './item-history.tsx'
import { About, Due } from './items-table.tsx'
import { PackagesCard } from './packages-card.tsx'
import './partners.css'
import { StepButtons } from './step-buttons.tsx'
import { texts } from './texts.ts'
import { useAct, useItem } from './use-partners.ts'
import { ValuesTable } from './values-table.tsx'

/** 一件协作事项, our side: what went out, what came back, who of them read what. */
export function ItemPage() {
  const { no } = useParams({ from: '/partners/items/$no' })
  const found = useItem(no)
  if (found.isError) return <PageFailed error={found.error} retry={() => void found.refetch()} />
  return found.isPending ? <Loading /> : <Item detail={found.data} />
}

function Item({ detail }: { detail: ItemDetail }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { item, version } = detail
  const step = useAct((asked: { readonly event: ItemEvent; readonly words: string }) =>
    call(itemRoutes.stepItem, { params: { no: item.no }, body: { ...asked, version } }),
  )
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {pick(itemKinds[item.kind].zh, itemKinds[item.kind].en, language)} {item.no}
        </h1>
        <strong>{pick(itemStates[item.state].zh, itemStates[item.state].en, language)}</strong>
      </div>
      <p>
        {item.agency} · {item.contact} · <Due row={item} /> · <About no={item.aboutNo} />
      </p>
      <div className="partner-columns">
        <div className="partner-cards">
          <section className="card" aria-label={t('values')}>
            <h2>{t('values')}</h2>
            <ValuesTable values={detail.values} />
          </section>
          <section className="card" aria-label={t('history')}>
            <h2>{t('history')}</h2>
            <ItemHistory events={detail.events} />
          </section>
        </div>
        <div className="partner-cards">
          <StepButtons steps={detail.steps} step={step}>
            {item.state === 'refused' && item.aboutNo !== null ? (
              <Link to="/partners/give" search={{ about: item.aboutNo }}>
                {t('giveElsewhere')}
              </Link>
            ) : null}
          </StepButtons>
          <Notices notices={detail.notices} contact={item.contact} />
          <PackagesCard detail={detail} />
          <section className="card" aria-label={t('reads2')}>
            <h2>{t('reads2')}</h2>
            {detail.fetches.length === 0 ? <p>{t('none')}</p> : null}
            <ul>
              {detail.fetches.map(one => (
                <li key={one.id}>
                  {formatInstant(one.at, language)} {one.by} · {t(`channel.${one.channel}`)} ·{' '}
                  {one.fields.map(name => pick(fields[name].zh, fields[name].en, language)).join('、')}
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </div>
  )
}

/** 短信: whether the named contact has heard that something waits. */
function Notices({ notices, contact }: Pick<ItemDetail, 'notices'> & { contact: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section className="card" aria-label={t('notices')}>
      <h2>{t('notices')}</h2>
      <p className="quiet small">{t('notices.help', { contact })}</p>
      {notices.length === 0 ? <p>{t('none')}</p> : null}
      <ul>
        {notices.map(({ state, queuedAt, sentAt, settledAt }) => (
          <li key={queuedAt}>
            {formatInstant(settledAt ?? sentAt ?? queuedAt, language)} {t(`notice.${state}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
