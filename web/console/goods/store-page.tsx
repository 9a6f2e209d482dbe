import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type GoodsLot, type GoodsStore, goodsRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatCount } from '../../shared/format.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import './goods.css'
import { HoldForm } from './hold-form.tsx'
import { LotTable } from './lot-table.tsx'
import { texts } from './texts.ts'

/** 涉案物品库: what is held, where, since when, for which case; overdue first in red. */
export function GoodsStorePage() {
  const [all, setAll] = useState(false)
  const store = useQuery({
    queryKey: ['goods', 'store', all],
    queryFn: ({ signal }) => call(routes.goodsStore, { query: all ? { all: 'yes' } : {}, signal }),
  })
  if (store.isError) return <PageFailed error={store.error} retry={() => void store.refetch()} />
  return store.isPending ? <Loading /> : <Store store={store.data} all={all} setAll={setAll} />
}

interface StoreProps {
  readonly store: GoodsStore
  readonly all: boolean
  readonly setAll: (all: boolean) => void
}

function Store({ store, all, setAll }: StoreProps) {
  const t = texts.useTexts()
  const may = mayUse(routes.holdGoods, useStaff())
  const [place, setPlace] = useState<string>()
  const [holding, setHolding] = useState(false)
  const shown = store.items.filter(lot => place === undefined || (lot.place === place && lot.stored > 0))
  const held = store.items.filter(({ stored, sampled }) => stored + sampled > 0).length
  return (
    <div className="page goods">
      <div className="page-head">
        <h1>{t('question', { lots: held, overdue: store.overdue })}</h1>
        {may && !holding ? (
          <Button type="primary" onClick={() => setHolding(true)}>
            {t('hold')}
          </Button>
        ) : null}
      </div>
      <p className="quiet">
        {t('rule')} <Link to="/goods/prices">{t('prices')}</Link>
      </p>
      {holding ? <HoldForm close={() => setHolding(false)} /> : null}
      <Finder />
      <div className="goods-places">
        <button type="button" aria-pressed={place === undefined} onClick={() => setPlace(undefined)}>
          {t('everywhere')}
        </button>
        {store.places.map(one => (
          <button key={one.place} type="button" aria-pressed={place === one.place} onClick={() => setPlace(one.place)}>
            {t('place.count', { place: one.place, lots: one.lots, sticks: formatCount(one.sticks) })}
          </button>
        ))}
        <Button onClick={() => setAll(!all)}>{t(all ? 'held' : 'all')}</Button>
      </div>
      {shown.length === 0 ? <p className="quiet">{t('none')}</p> : <LotTable lots={overdueFirst(shown)} withCase />}
    </div>
  )
}

const rank = ({ keeping }: GoodsLot): number => (keeping === 'overdue' ? 0 : keeping === 'soon' ? 1 : 2)
const overdueFirst = (lots: readonly GoodsLot[]): readonly GoodsLot[] => lots.toSorted((a, b) => rank(a) - rank(b))

/** 扫码: a scanner types and presses Enter. */
function Finder() {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const find = useMutation({
    mutationFn: () => call(routes.goodsByCode, { params: { code: code.trim() } }),
    onSuccess: ({ lotNo }) => void navigate({ to: '/goods/$lotNo', params: { lotNo } }),
  })
  return (
    <>
      <form
        className="filter-bar"
        onSubmit={event => {
          event.preventDefault()
          if (code.trim().length >= 8) find.mutate()
        }}
      >
        <Input
          className="goods-scan"
          aria-label={t('scan')}
          placeholder={t('scan')}
          value={code}
          maxLength={40}
          onChange={event => setCode(event.target.value)}
        />
        <Button htmlType="submit" loading={find.isPending} disabled={code.trim().length < 8}>
          {t('find')}
        </Button>
      </form>
      <Refused error={find.error} />
    </>
  )
}
