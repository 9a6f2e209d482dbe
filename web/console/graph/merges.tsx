import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type GraphMerge, graphRoutes } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { Decide } from './decide.tsx'
import { texts } from './texts.ts'

type Verdict = 'merged' | 'dismissed' | 'undone'

/** 疑似同一人: the comparison offers, a person decides and may take it back. */
export function Merges() {
  const t = texts.useTexts()
  const merges = useQuery({
    queryKey: ['graphMerges'],
    queryFn: ({ signal }) => call(graphRoutes.listMerges, { signal }),
  })
  if (merges.isError) return <FailedToLoad error={merges.error} retry={() => void merges.refetch()} />
  if (merges.isPending) return <Loading />
  if (merges.data.items.length === 0) return <p>{t('merges.none')}</p>
  return merges.data.items.map(merge => <Pair key={merge.id} merge={merge} />)
}

function Pair({ merge }: { readonly merge: GraphMerge }) {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const decide = useMutation({
    mutationFn: (body: { verdict: Verdict; reason: string }) =>
      call(graphRoutes.decideMerge, { params: { id: merge.id }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['graphMerges'] }),
  })
  const words: readonly (readonly [Verdict, string])[] =
    merge.state === 'proposed'
      ? [
          ['merged', t('merge')],
          ['dismissed', t('keep')],
        ]
      : merge.state === 'merged'
        ? [['undone', t('undo')]]
        : []
  const side = (label: string, named: readonly string[]) =>
    named.length === 0 ? label : `${label}（${named.join('、')}）`
  const name = `${side(merge.a.label, merge.namedA)} — ${side(merge.b.label, merge.namedB)}`
  return (
    <section className="card graph-row" aria-label={name}>
      <span>
        <strong lang="zh-CN">{name}</strong>{' '}
        <span className="quiet">
          {t(`state.${merge.state}`)} · {t('score', { percent: Math.round(merge.score * 100) })} ·{' '}
          <span lang="zh-CN">{merge.because.join('、')}</span>
        </span>
      </span>
      <span className="graph-hit-acts">
        {[...new Set([...merge.namedA, ...merge.namedB])].map(no => (
          <Link key={no} to="/graph" search={{ tab: 'graph', no }}>
            {t('hits.open', { no })}
          </Link>
        ))}
      </span>
      {merge.reason === null ? null : (
        <span lang="zh-CN">{[merge.reason, merge.undoneReason].filter(Boolean).join('；')}</span>
      )}
      {words.length === 0 ? null : (
        <Decide
          key={merge.state}
          words={words}
          pending={decide.isPending}
          decide={(verdict, reason) => decide.mutate({ verdict, reason })}
        />
      )}
      <Refused error={decide.error} />
    </section>
  )
}
