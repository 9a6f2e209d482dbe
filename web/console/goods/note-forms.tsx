import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type GoodsDetail, goodsUnits, lotDecisions, natures, goodsRoutes as routes, unitOf } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { choices } from './choices.ts'
import type { ActProps } from './lot-acts.tsx'
import { ChoiceField, FormButtons, SecondField, TextField } from './pieces.tsx'
import { texts } from './texts.ts'
import { fenOf } from './words.ts'

/** 盘点 by two people. */
export function CountForm({ detail, close, fresh }: ActProps) {
  const t = texts.useTexts()
  const { lot, colleagues } = detail
  const [counted, setCounted] = useState('')
  const [second, setSecond] = useState<string>()
  const [note, setNote] = useState('')
  const send = useMutation({
    mutationFn: () =>
      call(routes.countGoods, {
        params: { lotNo: lot.lotNo },
        body: { counted: Number(counted), second: second ?? '', note },
      }),
    onSuccess: fresh,
  })
  const unit = goodsUnits[unitOf(lot.kind)]
  return (
    <div className="goods-form">
      <TextField
        label={`${t('counted')}（${pick(unit.zh, unit.en)}）`}
        value={counted}
        change={setCounted}
        max={12}
        numeric
      />
      <SecondField colleagues={colleagues} value={second} change={setSecond} />
      <TextField label={t('note')} value={note} change={setNote} lines={2} />
      <FormButtons
        send={() => send.mutate()}
        close={close}
        ready={/^\d{1,12}$/.test(counted) && second !== undefined}
        pending={send.isPending}
      />
      <Refused error={send.error} />
    </div>
  )
}

type Nature = GoodsDetail['lot']['nature']
type Decision = keyof typeof lotDecisions

/** 处理决定、鉴定结果、实际价格、更正: one choice or number, and the words that carry it. */
export function NoteForm({ kind, detail, close, fresh }: ActProps & { kind: string }) {
  const t = texts.useTexts()
  const params = { lotNo: detail.lot.lotNo }
  const [decision, setDecision] = useState<Decision>()
  const [nature, setNature] = useState<Nature>()
  const [yuan, setYuan] = useState('')
  const [words, setWords] = useState('')
  const send = useMutation({
    mutationFn: (): Promise<GoodsDetail> => {
      if (kind === 'decide' && decision !== undefined)
        return call(routes.decideGoods, { params, body: { decision, note: words } })
      if (kind === 'test' && nature !== undefined)
        return call(routes.testGoods, { params, body: { nature, report: words } })
      if (kind === 'price')
        return call(routes.priceGoods, { params, body: { price: fenOf(yuan) ?? 0, evidence: words } })
      return call(routes.correctGoods, { params, body: { reason: words } })
    },
    onSuccess: fresh,
  })
  const ready: Readonly<Record<string, boolean>> = {
    decide: decision !== undefined,
    test: nature !== undefined && words.trim() !== '',
    price: (fenOf(yuan) ?? 0) > 0 && words.trim() !== '',
    correct: words.trim() !== '',
  }
  const priced = goodsUnits[unitOf(detail.lot.kind)]
  return (
    <div className="goods-form">
      {kind === 'decide' ? (
        <ChoiceField label={t('decision')} value={decision} change={setDecision} options={choices(lotDecisions)} />
      ) : null}
      {kind === 'test' ? (
        <ChoiceField label={t('nature')} value={nature} change={setNature} options={choices(natures)} />
      ) : null}
      {kind === 'price' ? (
        <TextField
          label={`${t('price.yuan')}／${pick(priced.priced, priced.pricedEn)}`}
          value={yuan}
          change={setYuan}
          max={16}
          numeric
        />
      ) : null}
      <TextField label={t(wordsOf(kind))} value={words} change={setWords} lines={2} />
      <FormButtons send={() => send.mutate()} close={close} ready={ready[kind] === true} pending={send.isPending} />
      <Refused error={send.error} />
    </div>
  )
}

const wordsOf = (kind: string) =>
  kind === 'test' ? 'report' : kind === 'price' ? 'evidence' : kind === 'correct' ? 'reason' : 'note'
