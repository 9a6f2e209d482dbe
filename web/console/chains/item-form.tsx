import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type Chain, chainRoutes, type ItemKind, itemKinds } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { edgeWord, sourceWord } from '../graph/words.ts'
import type { ChainProps } from './chain-view.tsx'
import { texts } from './texts.ts'
import '../graph/graph.css'

/** One sentence and what it rests on; without a source the button stays closed, and the server refuses too. */
export function ItemForm({ chain, access, nodes, edges }: ChainProps & { readonly chain: Chain }) {
  const t = texts.useTexts()
  const [kindId, textId, sourceId] = [useId(), useId(), useId()]
  const [kind, setKind] = useState<ItemKind>('fragment')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<readonly number[]>([])
  const queries = useQueryClient()
  const fragment = kind === 'fragment'
  const add = useMutation({
    mutationFn: () =>
      call(chainRoutes.addItem, {
        params: { id: chain.id },
        body: {
          access: access.id,
          kind,
          text: text.trim(),
          edges: fragment ? [...chosen] : [],
          items: fragment ? [] : [...chosen],
        },
      }),
    onSuccess: () => {
      setText('')
      setChosen([])
      return queries.invalidateQueries({ queryKey: ['chains', access.id] })
    },
  })
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const options = fragment
    ? edges.flatMap(edge =>
        edge.sources.map(source => ({
          value: source.id,
          label: `${labels.get(edge.from)} ${edgeWord(edge.kind)} ${labels.get(edge.to)}（${sourceWord(source)}）`,
        })),
      )
    : chain.items.map(({ id, text: words }) => ({ value: id, label: `${id}. ${words}` }))
  return (
    <form
      className="graph-bar"
      onSubmit={event => {
        event.preventDefault()
        add.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={kindId}>{t('kind')}</label>
        <Select
          id={kindId}
          value={kind}
          onChange={value => {
            setKind(value)
            setChosen([])
          }}
          options={itemKinds.map(value => ({ value, label: t(`kind.${value}`) }))}
        />
      </div>
      <div className="field graph-search">
        <label htmlFor={textId}>{t('text')}</label>
        <Input id={textId} maxLength={200} value={text} onChange={event => setText(event.target.value)} />
      </div>
      <div className="field graph-search">
        <label htmlFor={sourceId}>{t(fragment ? 'sources.edges' : 'sources.items')}</label>
        <Select
          id={sourceId}
          mode="multiple"
          value={[...chosen]}
          onChange={setChosen}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </div>
      <Button htmlType="submit" disabled={text.trim().length < 2 || chosen.length === 0} loading={add.isPending}>
        {t('add')}
      </Button>
      <Refused error={add.error} />
    </form>
  )
}
