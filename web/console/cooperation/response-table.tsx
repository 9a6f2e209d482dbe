import { Link } from '@tanstack/react-router'
import type { ResponseFigures } from '#contract/partners'
import { texts } from './action-texts.ts'

type Response = ResponseFigures['all']

/** 响应时效: median and P90 per agency and town, each row opening to its tasks. */
export function ResponseTable({ figures }: { figures: ResponseFigures }) {
  const t = texts.useTexts()
  const { since } = figures
  return (
    <div className="table-room">
      <table className="data-table">
        <caption className="visually-hidden">{t('response')}</caption>
        <thead>
          <tr>
            {[t('who'), t('tasks'), t('received'), t('answered'), t('finished'), t('overdue')].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name={t('all')} response={figures.all} opened={{ since }} />
          {figures.agencies.map(({ key, name, response }) => (
            <Row key={key} name={name} response={response} opened={{ since, agency: key }} />
          ))}
          {figures.towns.map(({ key, name, response }) => (
            <Row key={key} name={name} response={response} opened={{ since, town: key }} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly name: string
  readonly response: Response
  readonly opened: { readonly since: string; readonly agency?: string; readonly town?: string }
}

function Row({ name, response, opened }: RowProps) {
  const t = texts.useTexts()
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        {name}
      </th>
      <td className="narrow">
        <Link to="/cooperation-tasks" search={opened} aria-label={`${name} ${t('tasks')} ${response.given}`}>
          {response.given}
        </Link>
      </td>
      <td>
        <Span span={response.received} />
      </td>
      <td>
        <Span span={response.answered} />
      </td>
      <td>
        <Span span={response.finished} />
      </td>
      <td className="narrow">
        {response.overdue === 0 ? (
          0
        ) : (
          <Link
            to="/cooperation-tasks"
            search={{ ...opened, state: 'overdue' }}
            className="coop-late"
            aria-label={`${name} ${t('overdue')} ${response.overdue}`}
          >
            ▲ {response.overdue}
          </Link>
        )}
      </td>
    </tr>
  )
}

function Span({ span: { n, medianMinutes, p90Minutes } }: { span: Response['received'] }) {
  const t = texts.useTexts()
  const words = (minutes: number): string =>
    minutes < 90
      ? t('minutes', { n: Math.round(minutes) })
      : minutes < 48 * 60
        ? t('hours', { n: Math.round(minutes / 6) / 10 })
        : t('days', { n: Math.round(minutes / 144) / 10 })
  if (medianMinutes === null || p90Minutes === null) return <span className="quiet">{t('nothing')}</span>
  return <>{t('span', { median: words(medianMinutes), p90: words(p90Minutes), n })}</>
}
