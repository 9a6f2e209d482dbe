import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type GraphHit, hitRoutes } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { Decide } from './decide.tsx'
import { texts } from './texts.ts'
import { nodeWord } from './words.ts'

/** 碰撞命中, one's own first. */
export function Hits() {
  const t = texts.useTexts()
  const hits = useQuery({ queryKey: ['graphHits'], queryFn: ({ signal }) => call(hitRoutes.list, { signal }) })
  if (hits.isError) return <FailedToLoad error={hits.error} retry={() => void hits.refetch()} />
  if (hits.isPending) return <Loading />
  if (hits.data.items.length === 0) return <p>{t('hits.none')}</p>
  return hits.data.items.map(hit => <Hit key={hit.id} hit={hit} />)
}

function Hit({ hit }: { readonly hit: GraphHit }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const queries = useQueryClient()
  const decide = useMutation({
    mutationFn: (body: { verdict: 'confirmed' | 'dismissed'; reason: string }) =>
      call(hitRoutes.decide, { params: { id: hit.id }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['graphHits'] }),
  })
  const see = useMutation({
    mutationFn: () => call(hitRoutes.see, { params: { id: hit.id }, body: {} }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['graphHits'] })
      await queries.invalidateQueries({ queryKey: ['hitNotices'] })
    },
  })
  const fresh = hit.told !== null && hit.told.seenAt === null
  const name = `${nodeWord(hit.low.kind)} ${hit.low.label} — ${nodeWord(hit.high.kind)} ${hit.high.label}`
  return (
    <section className="card graph-row" aria-label={name}>
      <span>
        {fresh ? <span className="graph-new">{t('hits.new')}</span> : null} <strong lang="zh-CN">{name}</strong>{' '}
        <span className="quiet">
          {formatInstant(hit.raisedAt, language)}
          {hit.mine ? ` · ${t('hits.mine')}` : ''}
        </span>
      </span>
      <ul>
        {hit.via.map(({ node, fresh, known }) => (
          <li key={`${node.id} ${fresh}`} lang="zh-CN">
            {t('hits.via', { kind: nodeWord(node.kind), label: node.label })}
            <span className="quiet">（{t('hits.both', { fresh, known })}）</span>
          </li>
        ))}
      </ul>
      {hit.told === null ? null : (
        <p className="quiet small">
          {t(`hits.told.${hit.told.as}`, { time: formatInstant(hit.told.at, language) })}
          {hit.told.seenAt === null ? '' : t('hits.seen', { time: formatInstant(hit.told.seenAt, language) })}
        </p>
      )}
      <div className="graph-hit-acts">
        {fresh ? (
          <Button loading={see.isPending} onClick={() => see.mutate()}>
            {t('hits.see')}
          </Button>
        ) : null}
        <Link to="/graph" search={{ tab: 'graph', no: hit.matterNo }}>
          {t('hits.open', { no: hit.matterNo })}
        </Link>
      </div>
      <Decide
        pending={decide.isPending}
        words={[
          ['confirmed', t('confirm')],
          ['dismissed', t('dismiss')],
        ]}
        decide={(verdict, reason) => decide.mutate({ verdict, reason })}
      />
      <Refused error={decide.error ?? see.error} />
    </section>
  )
}
