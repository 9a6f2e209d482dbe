import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type GoodsDetail, lotDecisions, type Move, moveKinds, natures, goodsRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatFen, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { type Language, useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'
import { amountInWords } from './words.ts'

type Entry = GoodsDetail['entries'][number]
type Note = 'count' | 'correct' | 'decide' | 'test' | 'price'

export const eventInWords = (event: string, language: Language): string => {
  const known = Object.entries(moveKinds).find(([kind]) => kind === event)?.[1]
  return known ? pick(known.zh, known.en, language) : texts.t(`event.${event as Note}`, {}, language)
}

/** What was decided, found, or where it went. */
function targetInWords({ event, target }: Entry, language: Language): string {
  const table = event === 'decide' ? lotDecisions : event === 'test' ? natures : undefined
  const words = table && Object.entries(table).find(([key]) => key === target)?.[1]
  return words ? pick(words.zh, words.en, language) : target
}

/** 交接记录, newest first: what, how much, where to, by which two, with pictures on request. */
export function Entries({ detail, fresh }: { detail: GoodsDetail; fresh: (next: GoodsDetail) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { lot, entries } = detail
  const amount = (entry: Entry) =>
    entry.amount === null
      ? ''
      : entry.event === 'price'
        ? formatFen(entry.amount)
        : amountInWords(lot.kind, entry.amount, language)
  return (
    <section className="card gap-above">
      <h2>{t('entries')}</h2>
      <ol className="timeline">
        {entries.map(entry => (
          <li key={entry.id}>
            <time className="quiet" dateTime={entry.at}>
              {formatInstant(entry.at, language)}
            </time>
            <div>
              <strong>{eventInWords(entry.event, language)}</strong> {amount(entry)} → {targetInWords(entry, language)}
              <div className="quiet small">
                {entry.officers.length > 0
                  ? t('officers', { officers: entry.officers.join('、') })
                  : t('recorded', { by: entry.by })}
                {entry.note === '' ? '' : `；${entry.note}`}
              </div>
              {entry.awaits === null ? null : <Awaits lotNo={lot.lotNo} entry={entry} fresh={fresh} />}
              {entry.photos.map(photo => (
                <Picture key={photo.id} lotNo={lot.lotNo} n={entry.n} photo={photo} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** 等第二人确认: the button is for the one who was named, and for nobody else. */
function Awaits({ lotNo, entry, fresh }: { lotNo: string; entry: Entry; fresh: (next: GoodsDetail) => void }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const confirm = useMutation({
    mutationFn: () => call(routes.confirmGoods, { params: { lotNo }, body: { entryId: entry.id } }),
    onSuccess: fresh,
  })
  return (
    <div className="tone-soon">
      ◆ {t('awaits', { name: entry.officers.filter(name => name !== entry.by).join('、') })}{' '}
      {staff.id === entry.awaits ? (
        <Button size="small" type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('confirm')}
        </Button>
      ) : null}
      <Refused error={confirm.error} />
    </div>
  )
}

/** A look at a picture is noted, so it is fetched only when asked for. */
function Picture({ lotNo, n, photo }: { lotNo: string; n: number; photo: Entry['photos'][number] }) {
  const t = texts.useTexts()
  const look = useMutation({ mutationFn: () => call(routes.goodsPhoto, { params: { lotNo, photoId: photo.id } }) })
  if (look.data !== undefined)
    return (
      <img
        className="goods-picture"
        src={`data:image/jpeg;base64,${look.data.jpeg}`}
        alt={t('photo.alt', { lotNo, n, digest: photo.digest.slice(0, 16) })}
      />
    )
  return (
    <>
      <Button size="small" loading={look.isPending} onClick={() => look.mutate()}>
        {t('photo')}
      </Button>{' '}
      <Refused error={look.error} />
    </>
  )
}

export const isMove = (event: string): event is Exclude<Move, 'hold'> =>
  event !== 'hold' && Object.hasOwn(moveKinds, event)
