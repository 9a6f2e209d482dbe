import { Link, useNavigate } from '@tanstack/react-router'
import type { GoodsLot } from '#contract/cases'
import { formatDayShort, formatFen } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { type Column, DataTable } from '../table/data-table.tsx'
import { texts } from './texts.ts'
import { amountInWords, goodsName, keepingInWords, keepingTone } from './words.ts'

/** Lots, one a row; each opens to its page. */
export function LotTable({ lots, withCase }: { lots: readonly GoodsLot[]; withCase?: boolean }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const columns = useColumns(withCase === true)
  return (
    <DataTable
      caption={t('store')}
      columns={columns}
      rows={lots}
      keyOf={lot => lot.lotNo}
      open={lot => void navigate({ to: '/goods/$lotNo', params: { lotNo: lot.lotNo } })}
      toneOf={keepingTone}
    />
  )
}

function useColumns(withCase: boolean): readonly Column<GoodsLot>[] {
  const t = texts.useTexts()
  const language = useLanguage()
  const columns: readonly Column<GoodsLot>[] = [
    {
      key: 'lot',
      head: t('lot'),
      narrow: true,
      cell: lot => (
        <Link to="/goods/$lotNo" params={{ lotNo: lot.lotNo }}>
          {lot.lotNo}
        </Link>
      ),
    },
    { key: 'goods', head: t('goods'), cell: lot => goodsName(lot, language) },
    {
      key: 'amount',
      head: t('amount'),
      narrow: true,
      cell: lot => (
        <>
          {amountInWords(lot.kind, lot.stored + lot.sampled, language)}
          {lot.difference === 0 ? null : (
            <div className="tone-overdue">▲ {t('difference', { difference: lot.difference })}</div>
          )}
        </>
      ),
    },
    { key: 'place', head: t('place'), cell: lot => lot.place },
    { key: 'since', head: t('since'), narrow: true, cell: lot => formatDayShort(lot.heldOn, language) },
    {
      key: 'case',
      head: t('case'),
      narrow: true,
      cell: lot => (
        <Link to="/goods/cases/$caseNo" params={{ caseNo: lot.caseNo }}>
          {lot.caseNo}
        </Link>
      ),
    },
    {
      key: 'clock',
      head: t('clock'),
      cell: lot => <span className={`tone-${keepingTone(lot)}`}>{keepingInWords(lot, language)}</span>,
    },
    {
      key: 'value',
      head: t('value'),
      narrow: true,
      cell: lot => (lot.value === null ? t('unpriced') : formatFen(lot.value)),
    },
  ]
  return columns.filter(({ key }) => withCase || key !== 'case')
}
