import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type Payout, payoutRoutes as routes } from '#contract/intelligence'
import { fen, formatYuan } from '#kernel/money'
import { call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { Refused } from '../app/refused.tsx'
import './clues.css'
import { texts } from './texts.ts'

/** 奖励领取 at the counter: the code is typed, the amount is shown, it is paid once. Nobody is asked who he is. */
export function PayoutsPage() {
  const t = texts.useTexts()
  const id = useId()
  const [code, setCode] = useState('')
  const [found, setFound] = useState<Payout>()
  const look = useMutation({
    mutationFn: () => call(routes.look, { body: { code } }),
    onSuccess: setFound,
    onError: () => setFound(undefined),
  })
  const pay = useMutation({ mutationFn: () => call(routes.pay, { body: { code } }), onSuccess: setFound })
  const change = (text: string) => {
    setCode(text)
    setFound(undefined)
    pay.reset()
  }
  return (
    <div className="page">
      <h1>{t('payout.title')}</h1>
      <p className="quiet">{t('payout.intro')}</p>
      <form
        className="card clue-form payout-form"
        aria-label={t('payout.title')}
        onSubmit={event => {
          event.preventDefault()
          look.mutate()
        }}
      >
        <div className="field">
          <label htmlFor={id}>{t('reward.code')}</label>
          <Input
            id={id}
            inputMode="numeric"
            autoComplete="off"
            maxLength={30}
            value={code}
            onChange={event => change(event.target.value)}
          />
        </div>
        <div>
          <Button htmlType="submit" disabled={code.trim() === ''} loading={look.isPending}>
            {t('payout.look')}
          </Button>
        </div>
        <Refused error={look.error} />
      </form>
      {found === undefined ? null : (
        <Found found={found} paying={pay.isPending} error={pay.error} pay={() => pay.mutate()} />
      )}
    </div>
  )
}

interface Shown {
  readonly found: Payout
  readonly paying: boolean
  readonly error: Error | null
  readonly pay: () => void
}

function Found({ found, paying, error, pay }: Shown) {
  const t = texts.useTexts()
  const paper = useMutation({
    mutationFn: (voucher: string) => call(routes.paper, { params: { voucher } }),
    onSuccess: page => window.open(URL.createObjectURL(page), '_blank', 'noopener'),
  })
  const { amountFen, state, voucher, paidOn, hadAHand } = found
  return (
    <section className="card gap-above clue-form" aria-live="polite">
      <p>
        {t('payout.amount')} <strong className="clue-receipt">{formatYuan(fen(amountFen))}</strong>
      </p>
      {state === 'approved' || voucher === null ? (
        <>
          <div>
            <Button type="primary" disabled={hadAHand} loading={paying} onClick={pay}>
              {t('reward.pay')}
            </Button>
          </div>
          {hadAHand ? <p className="quiet small">{t('reward.had')}</p> : null}
        </>
      ) : (
        <>
          <p>{t('payout.paid', { day: paidOn === null ? '' : formatDay(paidOn), voucher })}</p>
          <div>
            <Button loading={paper.isPending} onClick={() => paper.mutate(voucher)}>
              {t('payout.print')}
            </Button>
          </div>
        </>
      )}
      <Refused error={error ?? paper.error} />
    </section>
  )
}
