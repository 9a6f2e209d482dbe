import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { type Amounts, type CaseSums, sanctionRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { ChoiceField, FormButtons, TextField } from './pieces.tsx'
import { sanctionTexts } from './sanction-texts.ts'
import { fenOf, yuanOf } from './words.ts'

const open = ['business', 'purchases', 'sales', 'wholesale'] as const
const sums = ['gains', 'fakeSold', 'tax'] as const
type Key = (typeof open)[number] | (typeof sums)[number] | 'soldSticks'

const tokensOf = (text: string): string[] => text.split(/[,，、\s]+/u).filter(day => day !== '')
/** A day is written as 2026-11-23; what is none keeps the form open. */
const areDays = (text: string): boolean => tokensOf(text).every(day => /^\d{4}-\d{2}-\d{2}$/.test(day))

/** 查清的金额: what the evidence says, in yuan. */
export function AmountsForm({ sums: known, close }: { sums: CaseSums; close: () => void }) {
  const t = sanctionTexts.useTexts()
  const queries = useQueryClient()
  const before = known.amounts
  const text = (value: number | null | undefined) =>
    value === null || value === undefined || value === 0 ? '' : yuanOf(value)
  const [money, setMoney] = useState<Readonly<Record<Key, string>>>({
    ...{ business: text(before?.business), purchases: text(before?.purchases), sales: text(before?.sales) },
    ...{
      wholesale: text(before?.wholesale),
      gains: text(before?.gains),
      fakeSold: text(before?.fakeSold),
      tax: text(before?.tax),
    },
    soldSticks: before?.soldSticks ? String(before.soldSticks) : '',
  })
  const [party, setParty] = useState<Amounts['party']>(before?.party ?? 'person')
  const [licence, setLicence] = useState<Amounts['licence']>(before?.licence ?? 'none')
  const [fakeBrand, setFakeBrand] = useState(before?.fakeBrand ?? false)
  const [penalties, setPenalties] = useState(before?.penalties.join('，') ?? '')
  const [smuggling, setSmuggling] = useState(before?.smugglingPenalties.join('，') ?? '')
  const [evidence, setEvidence] = useState('')
  const send = useMutation({
    mutationFn: () => {
      const orNull = (key: (typeof open)[number]) => (money[key].trim() === '' ? null : (fenOf(money[key]) ?? 0))
      const orNone = (key: (typeof sums)[number]) => fenOf(money[key]) ?? 0
      const body: Amounts = {
        ...{ business: orNull('business'), purchases: orNull('purchases'), sales: orNull('sales') },
        ...{ wholesale: orNull('wholesale'), gains: orNone('gains'), fakeSold: orNone('fakeSold'), tax: orNone('tax') },
        ...{ soldSticks: Number(money.soldSticks) || 0, party, licence, fakeBrand, evidence },
        ...{ penalties: tokensOf(penalties), smugglingPenalties: tokensOf(smuggling) },
      }
      return call(routes.saveAmounts, { params: { caseNo: known.caseNo }, body })
    },
    onSuccess: next => {
      queries.setQueryData(['goods', 'sums', known.caseNo], next)
      close()
    },
  })
  const readable =
    [...open, ...sums].every(key => money[key].trim() === '' || fenOf(money[key]) !== undefined) &&
    areDays(penalties) &&
    areDays(smuggling)
  const field = (key: Key) => (
    <TextField
      key={key}
      label={t(key)}
      value={money[key]}
      change={value => setMoney({ ...money, [key]: value })}
      max={16}
      numeric
    />
  )
  const option = <const V extends string>(values: readonly V[], word: (value: V) => string) =>
    values.map(value => ({ value, label: word(value) }))
  return (
    <div className="goods-form">
      <p className="quiet small">{t('empty')}</p>
      <div className="goods-fields">
        {[...open, ...sums, 'soldSticks' as const].map(field)}
        <ChoiceField
          label={t('party')}
          value={party}
          change={setParty}
          options={option(['person', 'unit'], v => t(`party.${v}`))}
        />
        <ChoiceField
          label={t('licence')}
          value={licence}
          change={setLicence}
          options={option(['none', 'retail', 'wholesale'], v => t(`licence.${v}`))}
        />
        <TextField label={t('penalties')} value={penalties} change={setPenalties} />
        <TextField label={t('smugglingPenalties')} value={smuggling} change={setSmuggling} />
      </div>
      <Checkbox checked={fakeBrand} onChange={event => setFakeBrand(event.target.checked)}>
        {t('fakeBrand')}
      </Checkbox>
      <TextField label={t('evidence')} value={evidence} change={setEvidence} lines={2} />
      <FormButtons
        send={() => send.mutate()}
        close={close}
        ready={readable && evidence.trim() !== ''}
        pending={send.isPending}
      />
      <Refused error={send.error} />
    </div>
  )
}
