import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ResponseFigures } from '#contract/partners'
import { texts } from './action-texts.ts'
import { useDurations } from './duration-words.ts'

type Response = ResponseFigures['all']

interface Shown {
  readonly figures: ResponseFigures['items']
  readonly since: string
  readonly opens: 'tasks' | 'items'
}

/** 响应时效: median and P90 per agency and town; each figure opens to the tasks or items it is computed from. */
export function ResponseTable({ figures, since, opens }: Shown) {
  const t = texts.useTexts()
  const row = (key: string, name: string, response: Response, of: Omit<Opened, 'since'>) => (
    <Row key={key} name={name} response={response} opens={opens} opened={{ since, ...of }} />
  )
  return (
    <div className="table-room">
      <table className="data-table">
        <caption className="visually-hidden">{t(opens === 'tasks' ? 'response' : 'response.items')}</caption>
        <thead>
          <tr>
            {[t('who'), t(opens), t('received'), t('answered'), t('finished'), t('overdue')].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row('all', t('all'), figures.all, {})}
          {figures.agencies.map(({ key, name, response }) => row(key, name, response, { agency: key }))}
          {figures.towns.map(({ key, name, response }) => row(key, name, response, { town: key }))}
        </tbody>
      </table>
    </div>
  )
}

interface Opened {
  readonly since: string
  readonly agency?: string
  readonly town?: string
}

interface RowProps {
  readonly name: string
  readonly response: Response
  readonly opens: Shown['opens']
  readonly opened: Opened
}

function Row({ name, response, opens, opened }: RowProps) {
  const t = texts.useTexts()
  const link = (figure: 'given' | 'overdue' | Instant, children: ReactNode) => (
    <Opens opens={opens} opened={opened} figure={figure} label={`${name} ${t(figure === 'given' ? opens : figure)}`}>
      {children}
    </Opens>
  )
  const span = (figure: Instant) =>
    response[figure].n === 0 ? (
      <span className="quiet">{t('nothing')}</span>
    ) : (
      link(figure, <Span span={response[figure]} />)
    )
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        {name}
      </th>
      <td className="narrow">{link('given', response.given)}</td>
      <td>{span('received')}</td>
      <td>{span('answered')}</td>
      <td>{span('finished')}</td>
      <td className="narrow">{response.overdue === 0 ? 0 : link('overdue', <>▲ {response.overdue}</>)}</td>
    </tr>
  )
}

type Instant = 'received' | 'answered' | 'finished'

interface OpensProps {
  readonly opens: Shown['opens']
  readonly opened: Opened
  readonly figure: 'given' | 'overdue' | Instant
  readonly label: string
  readonly children: ReactNode
}

/** The rows of one figure: tasks on their page, items on theirs. */
function Opens({ opens, opened, figure, label, children }: OpensProps) {
  const late = figure === 'overdue' ? { className: 'coop-late' } : {}
  const search = { ...opened, ...(figure === 'given' ? {} : { state: figure }) }
  return opens === 'tasks' ? (
    <Link to="/cooperation-tasks" search={search} title={label} {...late}>
      {children}
    </Link>
  ) : (
    <Link to="/partners" search={{ tab: 'items', ...search }} title={label} {...late}>
      {children}
    </Link>
  )
}

function Span({ span: { n, medianMinutes, p90Minutes } }: { span: Response['received'] }) {
  const t = texts.useTexts()
  const { said } = useDurations()
  if (medianMinutes === null || p90Minutes === null) return <span className="quiet">{t('nothing')}</span>
  return <>{t('span', { median: said(medianMinutes), p90: said(p90Minutes), n })}</>
}
