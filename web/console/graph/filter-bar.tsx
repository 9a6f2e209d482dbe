import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { edgeKinds, graphRoutes, type OpenedAccess, type Picture } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import type { BoardFilter } from './board.ts'
import { texts } from './texts.ts'
import { edgeWord } from './words.ts'

interface Props {
  readonly access: OpenedAccess
  readonly filter: BoardFilter
  readonly setFilter: (filter: BoardFilter) => void
  readonly found: (picture: Picture) => void
}

/** Start anywhere; time and kind hold for what is drawn and for the next question alike. */
export function FilterBar({ access, filter, setFilter, found }: Props) {
  const t = texts.useTexts()
  const [searchId, sinceId, untilId, kindsId] = [useId(), useId(), useId(), useId()]
  const [text, setText] = useState('')
  const search = useMutation({
    mutationFn: () => call(graphRoutes.searchGraph, { query: { access: access.id, text: text.trim() } }),
    onSuccess: ({ nodes }) => found({ nodes, edges: [], cut: false }),
  })
  return (
    <form
      className="graph-bar"
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() !== '') search.mutate()
      }}
    >
      <div className="field graph-search">
        <label htmlFor={searchId}>{t('search')}</label>
        <Input id={searchId} maxLength={120} value={text} onChange={event => setText(event.target.value)} />
      </div>
      <Button htmlType="submit" loading={search.isPending}>
        {t('search.do')}
      </Button>
      <div className="field">
        <label htmlFor={sinceId}>{t('since')}</label>
        <Input
          id={sinceId}
          type="date"
          value={filter.since}
          onChange={event => setFilter({ ...filter, since: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={untilId}>{t('until2')}</label>
        <Input
          id={untilId}
          type="date"
          value={filter.until}
          onChange={event => setFilter({ ...filter, until: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={kindsId}>{t('kinds')}</label>
        <Select
          id={kindsId}
          mode="multiple"
          style={{ minWidth: 160 }}
          placeholder={t('kinds.all')}
          value={[...filter.kinds]}
          onChange={kinds => setFilter({ ...filter, kinds })}
          options={edgeKinds.map(value => ({ value, label: edgeWord(value) }))}
        />
      </div>
      {search.isSuccess && search.data.nodes.length === 0 ? <span role="status">{t('search.none')}</span> : null}
      <Refused error={search.error} />
    </form>
  )
}
