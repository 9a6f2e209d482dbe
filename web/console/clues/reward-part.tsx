import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import {
  type InformantPanel as Panel,
  payoutRoutes,
  rewardGoods,
  rewardStateWords,
  informantRoutes as routes,
} from '#contract/intelligence'
import { fen, formatYuan } from '#kernel/money'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

type Good = keyof typeof rewardGoods

interface Props {
  readonly no: string
  readonly outcome: string | null
  readonly caseNo: string | null
  readonly reward: Panel['reward']
  readonly fresh: (next: Panel) => void
}

/** 举报奖励: proposed, approved twice, paid against the code; every line of the sum is shown. */
export function RewardPart({ no, outcome, caseNo, reward, fresh }: Props) {
  const t = texts.useTexts()
  const staff = useStaff()
  const open = reward === null || reward.state === 'rejected'
  if (outcome !== 'converted') return null
  return (
    <>
      <h3 className="gap-above">{t('reward')}</h3>
      {reward === null ? null : (
        <>
          <p>
            <strong>{formatYuan(fen(reward.amountFen))}</strong>{' '}
            {pick(rewardStateWords[reward.state].zh, rewardStateWords[reward.state].en)}{' '}
            {reward.voucher === null ? '' : t('reward.voucher', { voucher: reward.voucher })}
          </p>
          <ul className="plain-list small">
            {reward.lines.map(line => (
              <li key={line.zh}>
                {line.zh} = {formatYuan(fen(line.fen))}
              </li>
            ))}
          </ul>
          <p className="quiet small">
            {t('reward.people', { people: reward.people.join('、') })}{' '}
            {t('reward.version', { version: reward.policyVersion.slice(0, 8) })}
          </p>
          <Answer reward={reward} fresh={fresh} />
        </>
      )}
      {open && mayUse(routes.proposeReward, staff) ? <Propose no={no} caseNo={caseNo} fresh={fresh} /> : null}
    </>
  )
}

function Propose({ no, caseNo, fresh }: Pick<Props, 'no' | 'caseNo' | 'fresh'>) {
  const t = texts.useTexts()
  const id = useId()
  const [kind, setKind] = useState<Good>('finished')
  const [amount, setAmount] = useState('')
  const [fine, setFine] = useState('')
  const [number, setNumber] = useState(caseNo ?? '')
  const send = useMutation({
    mutationFn: () =>
      call(routes.proposeReward, {
        params: { no },
        body: {
          caseNo: number,
          goods: [{ kind, amount: Number(amount) }],
          fineFen: fine.trim() === '' ? null : Math.round(Number(fine) * 100),
        },
      }),
    onSuccess: fresh,
  })
  const good = rewardGoods[kind]
  const inputs = [
    ['amount', t('reward.amount', { unit: pick(good.unit, good.unitEn) }), amount, setAmount],
    ['fine', t('reward.fine'), fine, setFine],
    ['case', t('reward.case'), number, setNumber],
  ] as const
  const valid = Number(amount) > 0 && number.trim() !== '' && !Number.isNaN(Number(fine))
  return (
    <form
      className="clue-form"
      aria-label={t('reward.propose')}
      onSubmit={event => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-good`}>{t('reward.good')}</label>
        <Select<Good>
          id={`${id}-good`}
          value={kind}
          onChange={setKind}
          options={Object.entries(rewardGoods).map(([code, { zh, en }]) => ({
            value: code as Good,
            label: pick(zh, en),
          }))}
        />
      </div>
      {inputs.map(([key, label, value, set]) => (
        <div className="field" key={key}>
          <label htmlFor={`${id}-${key}`}>{label}</label>
          <Input id={`${id}-${key}`} maxLength={60} value={value} onChange={event => set(event.target.value)} />
        </div>
      ))}
      <div>
        <Button htmlType="submit" disabled={!valid}>
          {t('reward.propose')}
        </Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}

function Answer({ reward, fresh }: { reward: NonNullable<Panel['reward']>; fresh: Props['fresh'] }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const answer = useMutation({
    mutationFn: (agree: boolean) => call(routes.answerReward, { params: { id: reward.id }, body: { agree } }),
    onSuccess: fresh,
  })
  const waits = reward.state === 'proposed' || reward.state === 'first'
  if (waits && mayUse(routes.answerReward, staff))
    return (
      <>
        <div className="clue-actions">
          <Button disabled={reward.hadAHand} onClick={() => answer.mutate(true)}>
            {t('reward.approve')}
          </Button>
          <Button disabled={reward.hadAHand} onClick={() => answer.mutate(false)}>
            {t('reward.reject')}
          </Button>
        </div>
        {reward.hadAHand ? <p className="quiet small">{t('reward.had')}</p> : null}
        <Refused error={answer.error} />
      </>
    )
  if (reward.state !== 'approved' || !mayUse(payoutRoutes.pay, staff)) return null
  return <Link to="/payouts">{t('reward.counter')}</Link>
}
