import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import {
  type Chain,
  chainRoutes,
  type GraphEdge,
  type GraphNode,
  itemMoves,
  type OpenedAccess,
} from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { Decide } from '../graph/decide.tsx'
import { ItemForm } from './item-form.tsx'
import { TaskForm } from './task-form.tsx'
import { texts } from './texts.ts'
import '../graph/graph.css'

export interface ChainProps {
  readonly access: OpenedAccess
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** 信息链 of the matter; fragments rest on what is drawn. */
export function ChainView({ access, nodes, edges }: ChainProps) {
  const t = texts.useTexts()
  const id = useId()
  const queries = useQueryClient()
  const [title, setTitle] = useState('')
  const key = ['chains', access.id]
  const chains = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(chainRoutes.listChains, { query: { access: access.id }, signal }),
  })
  const open = useMutation({
    mutationFn: () => call(chainRoutes.openChain, { body: { access: access.id, title: title.trim() } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
  if (chains.isError) return <FailedToLoad error={chains.error} retry={() => void chains.refetch()} />
  if (chains.isPending) return <Loading />
  return (
    <>
      <p className="quiet">{t('intro')}</p>
      {chains.data.items.length === 0 ? <p>{t('none')}</p> : null}
      {chains.data.items.map(chain => (
        <OneChain key={chain.id} chain={chain} access={access} nodes={nodes} edges={edges} />
      ))}
      <form
        className="graph-bar"
        onSubmit={event => {
          event.preventDefault()
          open.mutate()
        }}
      >
        <div className="field graph-search">
          <label htmlFor={id}>{t('title')}</label>
          <Input id={id} maxLength={60} value={title} onChange={event => setTitle(event.target.value)} />
        </div>
        <Button htmlType="submit" disabled={title.trim().length < 2} loading={open.isPending}>
          {t('open')}
        </Button>
      </form>
      <Refused error={open.error} />
    </>
  )
}

function OneChain({ chain, access, nodes, edges }: ChainProps & { readonly chain: Chain }) {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: ['chains', access.id] })
  const params = { id: chain.id }
  const move = useMutation({
    mutationFn: (body: { item: number; state: Chain['items'][number]['state']; reason: string }) =>
      call(chainRoutes.moveItem, { params, body: { ...body, access: access.id } }),
    onSuccess: again,
  })
  const answer = useMutation({
    mutationFn: (body: { task: number; answer: string }) =>
      call(chainRoutes.answerTask, { params, body: { ...body, access: access.id } }),
    onSuccess: again,
  })
  const report = useMutation({
    mutationFn: () => call(chainRoutes.printReport, { params, body: { access: access.id } }),
    onSuccess: paper => {
      const address = URL.createObjectURL(paper)
      window.open(address, '_blank', 'noopener')
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
  })
  return (
    <section className="card graph-row" aria-label={chain.title}>
      <h2 lang="zh-CN">
        {chain.title} <span className="quiet small">{chain.id}</span>
      </h2>
      <ol>
        {chain.items.map(item => (
          <li key={item.id} lang="zh-CN" value={item.id} className="graph-chain-item">
            <strong>{t(`kind.${item.kind}`)}</strong> {item.text}{' '}
            <span className="quiet">
              {t(`state.${item.state}`)}
              {item.reason === null ? '' : `：${item.reason}`}
            </span>
            <div className="quiet small">
              {item.items.length > 0 ? t('rests', { items: item.items.join('、') }) : item.evidence.join('；')}
            </div>
            {item.state === 'open' ? (
              <Decide
                pending={move.isPending}
                words={itemMoves[item.kind].open.map(state => [state, t(`move.${state}`)] as const)}
                decide={(state, reason) => move.mutate({ item: item.id, state, reason })}
              />
            ) : null}
          </li>
        ))}
      </ol>
      {chain.tasks.map(task => (
        <div key={task.id} lang="zh-CN">
          <strong>{t('task')}</strong>{' '}
          {t('task.words', { asker: task.asker, asked: task.asked, what: task.what, dueOn: task.dueOn })}
          {task.answer === null ? (
            <Decide
              pending={answer.isPending}
              label={t('answer')}
              words={[['answer', t('answer.save')]]}
              decide={(_, words) => answer.mutate({ task: task.id, answer: words })}
            />
          ) : (
            <div>
              {t('answer')}：{task.answer}
            </div>
          )}
        </div>
      ))}
      <ItemForm chain={chain} access={access} nodes={nodes} edges={edges} />
      <TaskForm chain={chain} access={access} />
      <Button disabled={chain.items.length === 0} loading={report.isPending} onClick={() => report.mutate()}>
        {t('report')}
      </Button>
      <Refused error={move.error ?? answer.error ?? report.error} />
    </section>
  )
}
