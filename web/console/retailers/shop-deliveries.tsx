import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { routes as delivery, itemStateLabels } from '#contract/delivery'
import { type Booking, type Delivery, deliveryRoutes } from '#contract/registry'
import { clock } from '#kernel/minute-of-day'
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
    title: '送达和帮办',
    none: '没有送达件。',
    bookings: '预约',
    'bookings.none': '没有预约帮办或者送证下乡日。',
    'kind.village': '送证下乡日',
    'kind.helper': '帮办时段',
    'state.booked': '已约',
    'state.cancelled': '已取消',
    'state.done': '已办',
    servedOn: '{day}送达',
    serveBy: '应于{day}前送达',
  },
  en: {
    title: 'Deliveries and help',
    none: 'Nothing to deliver.',
    bookings: 'Bookings',
    'bookings.none': 'No helper and no village day is booked.',
    'kind.village': 'village day',
    'kind.helper': 'helper hours',
    'state.booked': 'booked',
    'state.cancelled': 'cancelled',
    'state.done': 'done',
    servedOn: 'served {day}',
    serveBy: 'to be served by {day}',
  },
})

/** 送达 of licences and decisions to this shop, each with its page; and when somebody is booked to help. */
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
  const { items, bookings } = found.data
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
      <h3>{t('bookings')}</h3>
      {bookings.length === 0 ? <p className="quiet">{t('bookings.none')}</p> : null}
      <ul className="plain-list">
        {bookings.map(booking => (
          <Booked key={booking.id} booking={booking} may={mayUse(delivery.listVisits, staff)} />
        ))}
      </ul>
    </section>
  )
}

/** 预约 with its day of the calendar, where the call and what became of it stand. */
function Booked({
  booking: { day, fromMinute, toMinute, kind, place, topic, state },
  may,
}: {
  booking: Booking
  may: boolean
}) {
  const t = texts.useTexts()
  const when = `${formatDayShort(day, useLanguage())} ${clock(fromMinute)}–${clock(toMinute)}`
  return (
    <li>
      {may ? (
        <Link to="/delivery/calendar" search={{ day }}>
          {when}
        </Link>
      ) : (
        when
      )}{' '}
      {t(`kind.${kind}`)} · {place} · {topic} · {t(`state.${state}`)}
    </li>
  )
}

function stateOf({ state }: Delivery, language: Language): string {
  const labels: Readonly<Record<string, { zh: string; en: string } | undefined>> = itemStateLabels
  const label = labels[state]
  return label === undefined ? state : pick(label.zh, label.en, language)
}

const whenOf = ({ servedOn, serveBy }: Delivery, say: (name: 'servedOn' | 'serveBy', day: string) => string): string =>
  servedOn !== null ? say('servedOn', servedOn) : serveBy !== null ? say('serveBy', serveBy) : ''
