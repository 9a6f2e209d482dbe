import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type ClueDetail, clueRoutes, type FactKind, factInWords, factKinds } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly detail: ClueDetail
  readonly fresh: (next: ClueDetail) => void
}

/** 要素: offered until an officer says yes or no. */
export function Facts({ detail, fresh }: Props) {
  const t = texts.useTexts()
  const { no } = detail.clue
  const judge = useMutation({
    mutationFn: ({ id, word }: { id: string; word: 'confirmed' | 'rejected' }) =>
      call(clueRoutes.judge, { params: { no, factId: id }, body: { word } }),
    onSuccess: fresh,
  })
  return (
    <section className="card gap-above">
      <h2>{t('facts')}</h2>
      <p className="quiet small">{t('facts.help')}</p>
      {detail.facts.length === 0 ? <p>{t('facts.none')}</p> : null}
      <ul className="plain-list">
        {detail.facts.map(fact => (
          <li key={fact.id} className={`clue-fact clue-${fact.state}`}>
            <span>
              <span className="quiet">{pick(factKinds[fact.kind].zh, factKinds[fact.kind].en)}</span>{' '}
              {factInWords(fact)} <small>{t(fact.state)}</small>
            </span>
            {fact.state === 'offered' ? (
              <span className="clue-judge">
                <Button
                  size="small"
                  aria-label={t('confirm.one', { value: fact.value })}
                  onClick={() => judge.mutate({ id: fact.id, word: 'confirmed' })}
                >
                  {t('confirm')}
                </Button>
                <Button
                  size="small"
                  aria-label={t('reject.one', { value: fact.value })}
                  onClick={() => judge.mutate({ id: fact.id, word: 'rejected' })}
                >
                  {t('reject')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <Refused error={judge.error} />
      <AddFact no={no} fresh={fresh} />
    </section>
  )
}

function AddFact({ no, fresh }: { no: string; fresh: Props['fresh'] }) {
  const t = texts.useTexts()
  const id = useId()
  const [kind, setKind] = useState<FactKind>('phone')
  const [value, setValue] = useState('')
  const add = useMutation({
    mutationFn: () => call(clueRoutes.addFact, { params: { no }, body: { kind, value } }),
    onSuccess: next => {
      setValue('')
      fresh(next)
    },
  })
  return (
    <form
      className="clue-row"
      onSubmit={event => {
        event.preventDefault()
        add.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t('addFact.kind')}</label>
        <Select<FactKind>
          id={`${id}-kind`}
          value={kind}
          onChange={setKind}
          options={Object.entries(factKinds).map(([code, { zh, en }]) => ({
            value: code as FactKind,
            label: pick(zh, en),
          }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-value`}>{t('addFact.value')}</label>
        <Input id={`${id}-value`} maxLength={80} value={value} onChange={event => setValue(event.target.value)} />
      </div>
      <Button htmlType="submit" disabled={value.trim() === ''}>
        {t('addFact')}
      </Button>
      <Refused error={add.error} />
    </form>
  )
}
