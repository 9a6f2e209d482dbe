import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { GraphNode } from '#contract/intelligence'
import { graphRoutes, type OpenedAccess } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import type { Question } from './board-view.tsx'
import { usePathStart } from './path-start.ts'
import { texts } from './texts.ts'
import { nodeWord } from './words.ts'

interface Props {
  readonly access: OpenedAccess
  readonly node: GraphNode | undefined
  readonly nodes: readonly GraphNode[]
  readonly asking: boolean
  readonly ask: (question: Question) => void
  readonly remove: (id: number) => void
}

/** The chosen thing and what can be asked about it; its full name is one more look on record. */
export function SidePanel({ access, node, nodes, asking, ask, remove }: Props) {
  const t = texts.useTexts()
  const [start, setStart] = usePathStart()
  const reveal = useMutation({
    mutationFn: (id: number) => call(graphRoutes.revealNode, { body: { access: access.id, node: id } }),
  })
  const from = nodes.find(({ id }) => id === start)
  return (
    <section className="card" aria-label={t('chosen')}>
      <h2>{t('chosen')}</h2>
      {node === undefined ? (
        <p className="quiet">{t('chosenNone')}</p>
      ) : (
        <>
          <p>
            <strong>{nodeWord(node.kind)}</strong> <span lang="zh-CN">{reveal.data?.text ?? node.label}</span>
            {node.matter === null ? null : (
              <>
                <br />
                <span lang="zh-CN">{node.matter.title}</span>（{t(node.matter.open ? 'matterOpen' : 'matterClosed')}）
              </>
            )}
            <br />
            <span className="quiet">
              {t('degree', { degree: node.degree })}
              {node.merged > 1 ? ` · ${t('merged', { merged: node.merged })}` : ''}
              {node.hub ? ` · ${t('hub')}` : ''}
            </span>
          </p>
          <div className="graph-acts">
            <Button type="primary" loading={asking} onClick={() => ask({ ask: 'expand', node: node.id, depth: 1 })}>
              {t('expand1')}
            </Button>
            <Button disabled={asking} onClick={() => ask({ ask: 'expand', node: node.id, depth: 2 })}>
              {t('expand2')}
            </Button>
            <Button disabled={asking} onClick={() => ask({ ask: 'reach', from: node.id, to: 'case' })}>
              {t('toCases')}
            </Button>
            <Button disabled={asking} onClick={() => ask({ ask: 'reach', from: node.id, to: 'person' })}>
              {t('toPersons')}
            </Button>
            {from === undefined || from.id === node.id ? (
              <Button onClick={() => setStart(node.id)}>{t('pathFrom')}</Button>
            ) : (
              <Button disabled={asking} onClick={() => ask({ ask: 'path', from: from.id, to: node.id })}>
                {t('pathTo')}
              </Button>
            )}
            {from === undefined ? null : <span className="quiet">{t('pathStart', { label: from.label })}</span>}
            <Button loading={reveal.isPending} onClick={() => reveal.mutate(node.id)}>
              {t('reveal')}
            </Button>
            <Button onClick={() => remove(node.id)}>{t('remove')}</Button>
          </div>
          <Refused error={reveal.error} />
        </>
      )}
    </section>
  )
}
