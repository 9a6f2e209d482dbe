import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type DrawRoom, drawStateLabels, drawRoutes as routes } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { formatDayShort, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import './draw.css'
import { DrawnShops } from './drawn-shops.tsx'
import { ListsCard } from './lists-card.tsx'
import { NextCard } from './next-card.tsx'
import { texts } from './texts.ts'

const moving = ['preparing', 'promising', 'opening', 'drawing']

/** One draw: what is next and who does it, then the lists, the parties, the public record and the shops that were drawn. */
export function DrawRoomPage() {
  const t = texts.useTexts()
  const { drawId } = useParams({ from: '/draws/$drawId' })
  const queries = useQueryClient()
  const key = ['draw', drawId]
  const room = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.room, { params: { id: drawId }, signal }),
    // Others act in this room too, from their own desks and telephones.
    refetchInterval: query => (moving.includes(query.state.data?.draw.state ?? '') ? 3_000 : false),
  })
  if (room.isError) return <PageFailed error={room.error} retry={() => void room.refetch()} />
  if (room.isPending) return <Loading />
  const fresh = (next: DrawRoom | undefined) =>
    next === undefined ? void queries.invalidateQueries({ queryKey: key }) : queries.setQueryData(key, next)
  const { draw } = room.data
  return (
    <div className="page">
      <div className="page-head">
        <h1>{draw.title}</h1>
        <span className={draw.state === 'voided' ? 'draw-void' : 'quiet'}>
          {pick(drawStateLabels[draw.state].zh, drawStateLabels[draw.state].en)}
        </span>
      </div>
      <p className="quiet">
        {draw.id} · {formatDayShort(draw.visitsFrom)} – {formatDayShort(draw.visitsTo)}
        {draw.repeats === null ? '' : ` · ${t('repeatsOf', { id: draw.repeats })}`}
      </p>
      <NextCard room={room.data} fresh={fresh} />
      <div className="draw-columns">
        <ListsCard room={room.data} fresh={fresh} />
        <div>
          <Parties room={room.data} />
          <Course room={room.data} />
        </div>
      </div>
      {room.data.selected.length === 0 ? null : <DrawnShops room={room.data} fresh={fresh} />}
    </div>
  )
}

function Parties({ room: { draw } }: { room: DrawRoom }) {
  const t = texts.useTexts()
  return (
    <section className="card">
      <h2>{t('parties')}</h2>
      <table className="plain-table">
        <tbody>
          {draw.parties.map(({ id, name, outside, commitment, secret }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                {outside ? <span className="quiet small"> {t('outside')}</span> : null}
              </th>
              <td>{t(secret !== null ? 'party.open' : commitment !== null ? 'party.promised' : 'party.waiting')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Course({ room: { draw } }: { room: DrawRoom }) {
  const t = texts.useTexts()
  return (
    <section className="card">
      <h2>{t('course')}</h2>
      {draw.entries.length === 0 ? <p className="quiet">{t('course.none')}</p> : null}
      <ol className="draw-course">
        {draw.entries.map(({ at, kind, words }) => (
          <li key={at + kind + words}>
            <time dateTime={at}>{formatInstant(at)}</time> {words}
          </li>
        ))}
      </ol>
      {draw.frozenAt === null ? null : (
        <a href={`/draws/${draw.id}`} target="_blank" rel="noreferrer">
          {t('publicPage')}
        </a>
      )}
    </section>
  )
}
