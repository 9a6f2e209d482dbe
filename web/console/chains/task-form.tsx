import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type Chain, chainRoutes, type OpenedAccess } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'
import '../graph/graph.css'

const fields = ['asker', 'asked', 'what'] as const
const blank = { asker: '', asked: '', what: '', dueOn: '' }

/** 谁在几日前向谁了解什么: for a gap of the chain. */
export function TaskForm({ chain, access }: { readonly chain: Chain; readonly access: OpenedAccess }) {
  const t = texts.useTexts()
  const id = useId()
  const [words, setWords] = useState(blank)
  const gaps = chain.items.filter(({ kind, state }) => kind === 'gap' && state === 'open')
  const [item, setItem] = useState<number>()
  const queries = useQueryClient()
  const add = useMutation({
    mutationFn: () =>
      call(chainRoutes.addTask, {
        params: { id: chain.id },
        body: { access: access.id, item: item ?? 0, ...words },
      }),
    onSuccess: () => {
      setWords(blank)
      return queries.invalidateQueries({ queryKey: ['chains', access.id] })
    },
  })
  if (gaps.length === 0) return null
  const ready = item !== undefined && fields.every(name => words[name].trim().length > 1) && words.dueOn !== ''
  return (
    <form
      className="graph-bar"
      onSubmit={event => {
        event.preventDefault()
        add.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}gap`}>{t('gap')}</label>
        <Select
          id={`${id}gap`}
          style={{ minWidth: 160 }}
          value={item ?? null}
          onChange={value => setItem(value ?? undefined)}
          options={gaps.map(gap => ({ value: gap.id, label: `${gap.id}. ${gap.text}` }))}
        />
      </div>
      {fields.map(name => (
        <div key={name} className="field">
          <label htmlFor={id + name}>{t(name)}</label>
          <Input
            id={id + name}
            maxLength={name === 'what' ? 200 : 40}
            value={words[name]}
            onChange={event => setWords({ ...words, [name]: event.target.value })}
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}due`}>{t('dueOn')}</label>
        <Input
          id={`${id}due`}
          type="date"
          value={words.dueOn}
          onChange={event => setWords({ ...words, dueOn: event.target.value })}
        />
      </div>
      <Button htmlType="submit" disabled={!ready} loading={add.isPending}>
        {t('task.add')}
      </Button>
      <Refused error={add.error} />
    </form>
  )
}
