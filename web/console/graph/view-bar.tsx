import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { edgeKinds, graphRoutes, type OpenedAccess } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { addPicture, type Board, type BoardFilter, contentOf, emptyBoard } from './board.ts'
import { texts } from './texts.ts'

interface Props {
  readonly access: OpenedAccess
  readonly board: Board
  readonly filter: BoardFilter
  readonly open: (board: Board, filter: BoardFilter) => void
}

/** 保存、打开、打印: a view belongs to the matter, so a colleague who may open that finds it. */
export function ViewBar({ access, board, filter, open }: Props) {
  const t = texts.useTexts()
  const [titleId, listId] = [useId(), useId()]
  const [title, setTitle] = useState('')
  const queries = useQueryClient()
  const views = useQuery({
    queryKey: ['graphViews', access.id],
    queryFn: ({ signal }) => call(graphRoutes.listViews, { query: { access: access.id }, signal }),
  })
  const body = () => ({ access: access.id, title: title.trim(), content: contentOf(board, filter) })
  const save = useMutation({
    mutationFn: () => call(graphRoutes.saveView, { body: body() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['graphViews', access.id] }),
  })
  const print = useMutation({
    mutationFn: () => call(graphRoutes.printChart, { body: body() }),
    onSuccess: paper => {
      const address = URL.createObjectURL(paper)
      window.open(address, '_blank', 'noopener')
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
  })
  const read = useMutation({
    mutationFn: (id: string) => call(graphRoutes.readView, { params: { id }, query: { access: access.id } }),
    onSuccess: ({ content, picture }) =>
      open(addPicture(emptyBoard, picture, new Map(content.nodes.map(({ id, x, y }) => [id, { x, y }]))), {
        since: content.since,
        until: content.until,
        kinds: edgeKinds.filter(kind => content.kinds.includes(kind)),
      }),
  })
  const ready = title.trim() !== '' && board.nodes.length > 0
  return (
    <section className="card graph-acts" aria-label={t('view.title')}>
      <label htmlFor={titleId}>{t('view.title')}</label>
      <Input id={titleId} maxLength={60} value={title} onChange={event => setTitle(event.target.value)} />
      <Button disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
        {t('view.save')}
      </Button>
      {save.isSuccess ? <span role="status">{t('saved')}</span> : null}
      <Button disabled={!ready} loading={print.isPending} onClick={() => print.mutate()}>
        {t('print')}
      </Button>
      <label htmlFor={listId}>{t('view.open')}</label>
      <Select
        id={listId}
        value={null}
        onChange={(id: string | null) => (id === null ? undefined : read.mutate(id))}
        options={(views.data?.items ?? []).map(({ id, title: label }) => ({ value: id, label }))}
      />
      <Refused error={save.error ?? print.error ?? read.error} />
    </section>
  )
}
