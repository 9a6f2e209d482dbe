import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type GoodsPaper, goodsRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import './goods.css'
import { HoldForm } from './hold-form.tsx'
import { LotTable } from './lot-table.tsx'
import { texts } from './texts.ts'
import { useSums } from './use-goods.ts'

const kinds = ['list', 'sampling', 'destruction'] as const

/** 物品台账 of one case, for its page: lots, whether they balance, and their papers. */
export function GoodsPanel({ caseNo }: { caseNo: string }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const sums = useSums(caseNo)
  const [holding, setHolding] = useState(false)
  if (sums.isError) return <FailedToLoad error={sums.error} retry={() => void sums.refetch()} />
  if (sums.isPending) return null
  const { lots, imbalance } = sums.data
  return (
    <section className="card goods-panel" aria-label={t('panel.ledger')}>
      <div className="goods-panel-head">
        <h2>{t('panel.ledger')}</h2>
        {mayUse(routes.holdGoods, staff) && !holding ? (
          <Button onClick={() => setHolding(true)}>{t('hold')}</Button>
        ) : null}
      </div>
      {imbalance === null ? null : <p className="tone-overdue">▲ {t('panel.imbalance', { lotNo: imbalance })}</p>}
      {holding ? <HoldForm caseNo={caseNo} close={() => setHolding(false)} /> : null}
      {lots.length === 0 ? <p className="quiet">{t('panel.none')}</p> : <LotTable lots={lots} />}
      {lots.length === 0 ? null : <Papers caseNo={caseNo} mayMake={mayUse(routes.issueGoodsPaper, staff)} />}
    </section>
  )
}

function Papers({ caseNo, mayMake }: { caseNo: string; mayMake: boolean }) {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const key = ['goods', 'papers', caseNo]
  const papers = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.goodsPapers, { query: { caseNo }, signal }),
  })
  const make = useMutation({
    mutationFn: (kind: GoodsPaper['kind']) => call(routes.issueGoodsPaper, { body: { caseNo, kind } }),
    onSuccess: next => void queries.setQueryData(key, next),
  })
  return (
    <div className="goods-papers">
      <h3>{t('papers')}</h3>
      <ul className="plain-list">
        {(papers.data?.items ?? []).map(paper => (
          <li key={paper.id}>
            {t(`paper.${paper.kind}`)} {paper.number}{' '}
            <a href={`/api/cases/goods/papers/${paper.id}`} target="_blank" rel="noreferrer">
              {t('open')}
              <span className="visually-hidden"> {paper.number}</span>
            </a>
          </li>
        ))}
      </ul>
      {mayMake ? (
        <div className="goods-buttons">
          {kinds.map(kind => (
            <Button key={kind} loading={make.isPending && make.variables === kind} onClick={() => make.mutate(kind)}>
              {t('make', { paper: t(`paper.${kind}`) })}
            </Button>
          ))}
        </div>
      ) : null}
      <Refused error={make.error} />
    </div>
  )
}
