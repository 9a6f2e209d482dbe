import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type GoodsKind, goodsKinds, type PriceLists, priceSources, sanctionRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatDayShort, formatFen } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import './goods.css'
import { priceTexts } from './price-texts.ts'
import { PriceUpload } from './price-upload.tsx'

type List = PriceLists['items'][number]

/** 价格表: each whole, with version and place; one reads it in, another compares it with the paper before it counts. */
export function PricesPage() {
  const t = priceTexts.useTexts()
  const staff = useStaff()
  const client = useQueryClient()
  const queryKey = ['goods', 'prices']
  const lists = useQuery({ queryKey, queryFn: ({ signal }) => call(routes.priceLists, { signal }) })
  const fresh = (next: PriceLists) => client.setQueryData(queryKey, next)
  if (lists.isError) return <PageFailed error={lists.error} retry={() => void lists.refetch()} />
  if (lists.isPending) return <Loading />
  return (
    <div className="page goods">
      <Link className="small" to="/goods">
        {t('back')}
      </Link>
      <h1>{t('title')}</h1>
      <p className="quiet">{t('rule')}</p>
      {mayUse(routes.importPriceList, staff) ? <PriceUpload fresh={fresh} /> : null}
      {lists.data.items.length === 0 ? <p>{t('none')}</p> : null}
      {lists.data.items.map(list => (
        <OneList key={list.version} list={list} fresh={fresh} />
      ))}
    </div>
  )
}

function OneList({ list, fresh }: { list: List; fresh: (next: PriceLists) => void }) {
  const t = priceTexts.useTexts()
  const staff = useStaff()
  const [open, setOpen] = useState(list.approvedBy === null)
  const approve = useMutation({
    mutationFn: () => call(routes.approvePriceList, { params: { version: list.version } }),
    onSuccess: fresh,
  })
  const waits = list.approvedBy === null
  return (
    <section className="card gap-above" aria-label={list.version}>
      <h2>{list.version}</h2>
      <p>
        {t('about', { issuer: list.issuer, province: list.province, day: formatDayShort(list.effective) })}
        <br />
        <span className="quiet small">
          {list.basis} · {t(`sure.${list.sure as 'law'}`)} · {t('lines', { count: list.lines })} ·{' '}
          {t('importedBy', { name: list.importedBy })}
        </span>
      </p>
      {waits ? (
        <p className="tone-soon">◆ {t(list.mine ? 'waits.mine' : 'waits')}</p>
      ) : (
        <p className="quiet small">✓ {t('approved', { name: list.approvedBy ?? '' })}</p>
      )}
      <div className="goods-buttons">
        <Button onClick={() => setOpen(!open)}>{t(open ? 'hide' : 'show')}</Button>{' '}
        {waits && !list.mine && mayUse(routes.approvePriceList, staff) ? (
          <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate()}>
            {t('approve')}
          </Button>
        ) : null}
      </div>
      <Refused error={approve.error} />
      {open ? <Lines list={list} /> : null}
    </section>
  )
}

/** What the list says: to be compared line by line with the paper. */
function Lines({ list }: { list: Pick<List, 'sample' | 'lines'> }) {
  const t = priceTexts.useTexts()
  const language = useLanguage()
  const sourceOf = (code: string) => Object.entries(priceSources).find(([key]) => key === code)?.[1]
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('source')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('brand')}</th>
            <th scope="col">{t('price')}</th>
          </tr>
        </thead>
        <tbody>
          {list.sample.map(({ source, kind, brand, price }) => {
            const words = sourceOf(source)
            const goods = goodsKinds[kind as GoodsKind]
            return (
              <tr key={`${source} ${kind} ${brand}`}>
                <td>{words ? pick(words.zh, words.en, language) : source}</td>
                <td>{pick(goods.zh, goods.en, language)}</td>
                <td>{brand === '' ? t('average') : brand}</td>
                <td>{formatFen(price)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {list.lines > list.sample.length ? (
        <p className="quiet small">{t('more', { count: list.sample.length })}</p>
      ) : null}
    </>
  )
}
