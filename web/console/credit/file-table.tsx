import { Link, useNavigate } from '@tanstack/react-router'
import { type FileRow, ruleOf } from '#contract/credit'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { type Column, DataTable } from '../table/data-table.tsx'
import { texts } from './texts.ts'

/** Rows of files; each opens to its page, each shop to its own. */
export function FileTable({ caption, rows, kinds }: { caption: string; rows: readonly FileRow[]; kinds?: boolean }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const columns: readonly Column<FileRow>[] = [
    {
      key: 'number',
      head: t('number'),
      narrow: true,
      cell: row => (
        <Link to="/credit/$fileId" params={{ fileId: row.id }}>
          {row.id}
        </Link>
      ),
    },
    ...(kinds
      ? [
          {
            key: 'kind',
            head: t('kind'),
            narrow: true,
            cell: (row: FileRow) => pick(ruleOf(row.kind).zh, ruleOf(row.kind).en),
          },
        ]
      : []),
    {
      key: 'shop',
      head: t('shop'),
      cell: row => (
        <>
          <Link to="/retailers/$licenceNo" params={{ licenceNo: row.licenceNo }}>
            {row.shopName || row.licenceNo}
          </Link>{' '}
          <span className="quiet small">{row.town}</span>
        </>
      ),
    },
    { key: 'about', head: t('about'), cell: row => pick(row.about.zh, row.about.en) },
    { key: 'state', head: t('state'), narrow: true, cell: row => <State row={row} /> },
    { key: 'due', head: t('due'), cell: row => <Due row={row} /> },
    {
      key: 'opened',
      head: t('opened'),
      cell: row => (
        <span className="quiet">{t('openedBy', { day: formatDayShort(row.openedOn), name: row.openedBy })}</span>
      ),
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={row => row.id}
      open={row => void navigate({ to: '/credit/$fileId', params: { fileId: row.id } })}
    />
  )
}

export function State({ row }: { row: FileRow }) {
  const { zh, en } = ruleOf(row.kind).states[row.state] ?? { zh: row.state, en: row.state }
  return pick(zh, en)
}

export function Due({ row }: { row: FileRow }) {
  const t = texts.useTexts()
  if (row.dueOn === null) return null
  const due = ruleOf(row.kind).states[row.state]?.due
  return (
    <span className={row.late ? 'credit-late' : ''}>
      {due ? `${pick(due.zh, due.en)} ` : ''}
      {formatDayShort(row.dueOn)}
      {row.late ? ` ▲ ${t('late')}` : ''}
    </span>
  )
}
