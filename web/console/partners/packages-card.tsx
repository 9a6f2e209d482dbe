import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type ItemDetail, itemRoutes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { packageTexts } from './package-texts.ts'
import { ReceiptFile } from './receipt-file.tsx'
import { saveText } from './save-text.ts'
import { useAct } from './use-partners.ts'

type Package = ItemDetail['packages'][number]

/** 移交包, our side: made, carried away with the key it is verified by, and the receipt that came back. */
export function PackagesCard({ detail: { item, packages } }: { detail: ItemDetail }) {
  const t = packageTexts.useTexts()
  const pack = useAct(() => call(itemRoutes.packItem, { params: { no: item.no } }))
  return (
    <section className="card" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="quiet small">{t('help')}</p>
      <Refused error={pack.error} />
      {packages.length === 0 ? <p>{t('none')}</p> : null}
      {packages.map(one => (
        <OnePackage key={one.id} one={one} />
      ))}
      {packages.some(({ receiptAt }) => receiptAt === null) ? <TakeReceipt packages={packages} /> : null}
      {item.givenAt === null || item.state === 'withdrawn' ? null : (
        <Button className="gap-above" loading={pack.isPending} onClick={() => pack.mutate(undefined)}>
          {t('make')}
        </Button>
      )}
    </section>
  )
}

function OnePackage({ one: { id, number, receiptAt } }: { one: Package }) {
  const t = packageTexts.useTexts()
  const language = useLanguage()
  const download = useMutation({
    mutationFn: async (what: 'text' | 'senderKey') => {
      const got = await call(itemRoutes.readPackage, { params: { id } })
      saveText(what === 'text' ? `${number}.yzt.json` : '烟草局.pub', got[what])
    },
  })
  return (
    <div className="partner-row">
      {number} · {receiptAt === null ? t('noReceipt') : t('receiptAt', { at: formatInstant(receiptAt, language) })}
      <Button loading={download.isPending} onClick={() => download.mutate('text')}>
        {t('download')}
      </Button>
      <Button loading={download.isPending} onClick={() => download.mutate('senderKey')}>
        {t('senderKey')}
      </Button>
      <Refused error={download.error} />
    </div>
  )
}

/** A receipt names its package: where several wait, it is that one's. */
function TakeReceipt({ packages }: { packages: readonly Package[] }) {
  const t = packageTexts.useTexts()
  const [receipt, setReceipt] = useState('')
  const waiting = packages.filter(({ receiptAt }) => receiptAt === null)
  const take = useAct(async (text: string) => {
    const named = packages.find(({ id }) => text.includes(id)) ?? waiting[0]
    if (named) await call(itemRoutes.takeReceipt, { params: { id: named.id }, body: { receipt: text } })
    setReceipt('')
  })
  return (
    <>
      <Refused error={take.error} />
      <ReceiptFile label={t('receiptFile')} take={take.mutate} />
      <div className="partner-row">
        <Input.TextArea
          aria-label={t('receiptText')}
          placeholder={t('receiptText')}
          rows={2}
          maxLength={4000}
          value={receipt}
          onChange={event => setReceipt(event.target.value)}
        />
        <Button disabled={receipt.trim() === ''} loading={take.isPending} onClick={() => take.mutate(receipt)}>
          {t('save')}
        </Button>
      </div>
    </>
  )
}
