import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { routes as delivery, itemStateLabels } from '#contract/delivery'
import { type Delivery, deliveryRoutes } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { createI18n, pick } from '../../shared/i18n.ts'
import { type Language, useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { modeWord } from '../delivery/way-words.ts'
import { useStaff } from '../session/session.ts'

const texts = createI18n({
  zh: {
    title: '送达',
    none: '没有送达件。',
    servedOn: '{day}送达',
    serveBy: '应于{day}前送达',
  },
  en: {
    title: 'Deliveries',
    none: 'Nothing to deliver.',
    servedOn: 'served {day}',
    serveBy: 'to be served by {day}',
  },
})

/** 送达 of licences and decisions to this shop, each with its page. */
export function DeliveriesCard({ licenceNo }: { licenceNo: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const staff = useStaff()
  const may = mayUse(deliveryRoutes.deliveriesOfShop, staff)
  const found = useQuery({
    queryKey: ['deliveriesOfShop', licenceNo],
    enabled: may,
    queryFn: ({ signal }) => call(deliveryRoutes.deliveriesOfShop, { params: { licenceNo }, signal }),
  })
  if (!may || found.isPending) return null
  if (found.isError) return <FailedToLoad error={found.error} retry={() => void found.refetch()} />
  const { items } = found.data
  return (
    <section className="card" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {items.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="plain-list">
        {items.map(item => (
          <li key={item.itemNo}>
            {mayUse(delivery.item, staff) ? (
              <Link to="/delivery/items/$itemNo" params={{ itemNo: item.itemNo }}>
                {item.itemNo}
              </Link>
            ) : (
              item.itemNo
            )}{' '}
            {modeWord(item.mode, language)} · {stateOf(item, language)}
            {whenOf(item, (name, day) => ` · ${t(name, { day: formatDayShort(day, language) })}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateOf({ state }: Delivery, language: Language): string {
  const labels: Readonly<Record<string, { zh: string; en: string } | undefined>> = itemStateLabels
  const label = labels[state]
  return label === undefined ? state : pick(label.zh, label.en, language)
}

const whenOf = ({ servedOn, serveBy }: Delivery, say: (name: 'servedOn' | 'serveBy', day: string) => string): string =>
  servedOn !== null ? say('servedOn', servedOn) : serveBy !== null ? say('serveBy', serveBy) : ''
