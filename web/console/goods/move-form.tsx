import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { goodsUnits, type Move, moveKinds, goodsRoutes as routes, unitOf } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import type { ActProps } from './lot-acts.tsx'
import { FormButtons, PhotoField, SecondField, TextField } from './pieces.tsx'
import { texts } from './texts.ts'

/** 交接: how much, where to, with whom; two people and, where the law wants it, a picture. */
export function MoveForm({ kind, detail, close, fresh }: ActProps & { kind: Exclude<Move, 'hold'> }) {
  const t = texts.useTexts()
  const { lot, colleagues } = detail
  const { from, photo } = moveKinds[kind]
  const [amount, setAmount] = useState(String(lot[from]))
  const [target, setTarget] = useState('')
  const [second, setSecond] = useState<string>()
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<readonly string[]>([])
  const send = useMutation({
    mutationFn: () =>
      call(routes.moveGoods, {
        params: { lotNo: lot.lotNo },
        body: { kind, amount: Number(amount), target, second: second ?? '', photos: [...photos], note },
      }),
    onSuccess: fresh,
  })
  const unit = goodsUnits[unitOf(lot.kind)]
  const ready =
    /^[1-9]\d{0,11}$/.test(amount) && target.trim() !== '' && second !== undefined && (!photo || photos.length > 0)
  return (
    <div className="goods-form">
      <TextField
        label={t('amount.of', { unit: pick(unit.zh, unit.en) })}
        value={amount}
        change={setAmount}
        max={12}
        numeric
      />
      <TextField label={t(`target.${kind}`)} value={target} change={setTarget} max={80} />
      <SecondField colleagues={colleagues} value={second} change={setSecond} />
      <PhotoField photos={photos} change={setPhotos} />
      <TextField label={t('note')} value={note} change={setNote} lines={2} />
      <FormButtons send={() => send.mutate()} close={close} ready={ready} pending={send.isPending} />
      <Refused error={send.error} />
    </div>
  )
}
