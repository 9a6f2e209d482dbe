import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { type ItemRow, itemKinds, itemStates } from '#contract/partners'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { useDurations } from '../cooperation/duration-words.ts'
import { texts } from './texts.ts'

type Clocked = Pick<ItemRow, 'state' | 'answeredAt' | 'receivedAt' | 'receiveDueAt' | 'answerDueAt' | 'late'>

/** 时限 in words; a mark beside the colourless word where it is late. */
export function Due({ row }: { row: Clocked }) {
  const t = texts.useTexts()
  const language = useLanguage()
  if (row.answeredAt !== null)
    return t(row.state === 'refused' ? 'refusedAt' : 'answered', { at: formatInstant(row.answeredAt, language) })
  const at = row.receivedAt === null ? row.receiveDueAt : row.answerDueAt
  if (at === null) return null
  const words = t(row.receivedAt === null ? 'due.receive' : 'due.answer', { at: formatInstant(at, language) })
  return (
    <>
      {row.late ? <strong>{t('late')} </strong> : null}
      {words}
    </>
  )
}

/** What 响应时效 is computed from: how long until it was received and answered. */
function Took({ row: { givenAt, receivedAt, answeredAt } }: { row: ItemRow }) {
  const t = texts.useTexts()
  const { between } = useDurations()
  if (givenAt === null) return null
  const said = [
    ...(receivedAt === null ? [] : [t('took.received', { time: between(givenAt, receivedAt) })]),
    ...(answeredAt === null ? [] : [t('took.answered', { time: between(givenAt, answeredAt) })]),
  ]
  return said.length === 0 ? null : <div className="quiet small">{said.join(' · ')}</div>
}

export function ItemsTable({ items }: { items: readonly ItemRow[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <Table<ItemRow>
      rowKey="no"
      dataSource={[...items]}
      pagination={items.length > 20 ? { pageSize: 20 } : false}
      scroll={{ x: 1000 }}
      locale={{ emptyText: t('none') }}
      columns={[
        {
          title: t('no'),
          key: 'no',
          width: 160,
          render: (_, row) => (
            <Link to="/partners/items/$no" params={{ no: row.no }}>
              {row.no}
            </Link>
          ),
        },
        {
          title: t('kind'),
          key: 'kind',
          width: 110,
          render: (_, row) => pick(itemKinds[row.kind].zh, itemKinds[row.kind].en, language),
        },
        { title: t('agency'), key: 'agency', render: (_, row) => `${row.agency} · ${row.contact}` },
        { title: t('about'), key: 'about', width: 160, render: (_, row) => <About no={row.aboutNo} /> },
        {
          title: t('state'),
          key: 'state',
          width: 130,
          render: (_, row) => pick(itemStates[row.state].zh, itemStates[row.state].en, language),
        },
        {
          title: t('due'),
          key: 'due',
          width: 300,
          render: (_, row) => (
            <>
              <Due row={row} />
              <Took row={row} />
            </>
          ),
        },
      ]}
    />
  )
}

export function About({ no }: { no: string | null }) {
  if (no === null) return '—'
  return no.startsWith('AJ-') ? (
    <Link to="/cases/$no" params={{ no }}>
      {no}
    </Link>
  ) : (
    <Link to="/clues/$no" params={{ no }}>
      {no}
    </Link>
  )
}
