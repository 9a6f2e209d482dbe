import { useQuery } from '@tanstack/react-query'
import { type MessageView, messageRoutes as routes, toldWays } from '#contract/access'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { texts, whyWords } from './texts.ts'

const kinds = ['renewalReminder', 'credit'] as const

/** 短信 to this shop with their receipts; neither number nor words. */
export function MessagesCard({ licenceNo }: { licenceNo: string }) {
  const t = texts.useTexts()
  const may = mayUse(routes.messagesOfShop, useStaff())
  const found = useQuery({
    queryKey: ['messagesOfShop', licenceNo],
    enabled: may,
    queryFn: ({ signal }) => call(routes.messagesOfShop, { params: { licenceNo }, signal }),
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
          <Line key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Line({ item }: { item: MessageView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const way = item.toldHow === null ? undefined : toldWays[item.toldHow]
  return (
    <li>
      {formatInstant(item.at, language)} · {t(`kind.${kinds.find(kind => kind === item.kind) ?? 'other'}`)} ·{' '}
      {t(`state.${item.state}`)}
      {item.state === 'failed' ? `（${whyWords(item.error)}）` : ''}
      {way && item.toldAt
        ? ` · ${t('told', { way: pick(way.zh, way.en, language), at: formatInstant(item.toldAt, language) })}`
        : ''}
    </li>
  )
}
