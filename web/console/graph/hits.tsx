import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type GraphHit, graphRoutes } from '#contract/intelligence'
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
  const hits = useQuery({ queryKey: ['graphHits'], queryFn: ({ signal }) => call(graphRoutes.listHits, { signal }) })
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
      call(graphRoutes.decideHit, { params: { id: hit.id }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['graphHits'] }),
  })
  const name = `${nodeWord(hit.low.kind)} ${hit.low.label} — ${nodeWord(hit.high.kind)} ${hit.high.label}`
  return (
    <section className="card graph-row" aria-label={name}>
      <span>
        <strong lang="zh-CN">{name}</strong>{' '}
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
      <Decide
        pending={decide.isPending}
        words={[
          ['confirmed', t('confirm')],
          ['dismissed', t('dismiss')],
        ]}
        decide={(verdict, reason) => decide.mutate({ verdict, reason })}
      />
      <Refused error={decide.error} />
    </section>
  )
}
