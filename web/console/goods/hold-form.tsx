import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  custodies,
  type GoodsKind,
  type GoodsLot,
  goodsKinds,
  goodsUnits,
  goodsRoutes as routes,
  unitOf,
} from '#contract/cases'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { choices } from './choices.ts'
import { ChoiceField, FormButtons, PhotoField, SecondField, TextField } from './pieces.tsx'
import { texts } from './texts.ts'
import { useHandlers } from './use-goods.ts'

type Custody = GoodsLot['custody']
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const blank = { brand: '', barcode: '', amount: '', codes: '', seizedAt: '', place: '', note: '' }

/** 登记入账: what was found, by two people, with codes and pictures. */
export function HoldForm({ caseNo: given, close }: { caseNo?: string; close: () => void }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const colleagues = useHandlers()
  const [caseNo, setCaseNo] = useState(given ?? '')
  const [custody, setCustody] = useState<Custody>('registered')
  const [kind, setKind] = useState<GoodsKind>('cigarette')
  const [words, setWords] = useState(blank)
  const [heldOn, setHeldOn] = useState(today)
  const [second, setSecond] = useState<string>()
  const [photos, setPhotos] = useState<readonly string[]>([])
  const set = (key: keyof typeof blank) => (value: string) => setWords({ ...words, [key]: value })
  const send = useMutation({
    mutationFn: () => {
      const { codes, amount, ...rest } = words
      const lines = codes.split(/\s*\n\s*/).filter(line => line.trim() !== '')
      const body = { caseNo: caseNo.trim(), custody, kind, ...rest, codes: lines, amount: Number(amount), heldOn }
      return call(routes.holdGoods, { body: { ...body, second: second ?? '', photos: [...photos] } })
    },
    onSuccess: ({ lot }) => {
      void queries.invalidateQueries({ queryKey: ['goods'] })
      void navigate({ to: '/goods/$lotNo', params: { lotNo: lot.lotNo } })
    },
  })
  const unit = goodsUnits[unitOf(kind)]
  const ready =
    /^AJ-\d{4}-\d{6}$/.test(caseNo.trim()) &&
    /^[1-9]\d{0,11}$/.test(words.amount) &&
    second !== undefined &&
    words.seizedAt !== '' &&
    words.place !== ''
  return (
    <section className="card goods-form" aria-label={t('hold')}>
      <h2>{t('hold')}</h2>
      <div className="goods-fields">
        {given === undefined ? <TextField label={t('caseNo')} value={caseNo} change={setCaseNo} max={20} /> : null}
        <ChoiceField label={t('custody')} value={custody} change={setCustody} options={choices(custodies)} />
        <ChoiceField label={t('kind')} value={kind} change={setKind} options={choices(goodsKinds)} />
        <TextField label={t('brand')} value={words.brand} change={set('brand')} max={60} />
        <TextField
          label={t('amount.of', { unit: pick(unit.zh, unit.en) })}
          value={words.amount}
          change={set('amount')}
          max={12}
          numeric
        />
        <TextField label={t('barcode')} value={words.barcode} change={set('barcode')} max={13} />
        <TextField label={t('seizedAt')} value={words.seizedAt} change={set('seizedAt')} max={120} />
        <TextField label={t('place.at')} value={words.place} change={set('place')} max={60} />
        <TextField label={t('heldOn')} value={heldOn} change={setHeldOn} type="date" />
        <SecondField colleagues={colleagues} value={second} change={setSecond} />
        <TextField label={t('codes.enter')} value={words.codes} change={set('codes')} lines={3} max={40_000} />
        <TextField label={t('note')} value={words.note} change={set('note')} lines={3} />
        <PhotoField photos={photos} change={setPhotos} />
      </div>
      <FormButtons send={() => send.mutate()} close={close} ready={ready} pending={send.isPending} />
      <Refused error={send.error} />
    </section>
  )
}
