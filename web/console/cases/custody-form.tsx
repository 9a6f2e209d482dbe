import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type CustodyAct, custodyActs, custodyNext, detailRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import type { Part } from './case-page.tsx'
import { texts } from './texts.ts'

/** 保管登记: where a piece went, by the acts that can follow the last one; only added to. */
export function CustodyForm({ id, title, last, fresh }: Props) {
  const t = texts.useTexts()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button size="small" aria-label={t('custody.of', { title })} onClick={() => setOpen(true)}>
        {t('custody')}
      </Button>
    )
  return <Fields id={id} title={title} last={last} fresh={fresh} close={() => setOpen(false)} />
}

interface Props extends Pick<Part, 'fresh'> {
  readonly id: string
  readonly title: string
  readonly last: string | undefined
}

function Fields({ id, title, last, fresh, close }: Props & { close: () => void }) {
  const t = texts.useTexts()
  const field = useId()
  const next = custodyNext(last)
  const [act, setAct] = useState<CustodyAct | undefined>(next[0])
  const [words, setWords] = useState('')
  const send = useMutation({
    mutationFn: (chosen: CustodyAct) =>
      call(routes.custody, { params: { id }, body: { act: chosen as Exclude<CustodyAct, 'taken'>, words } }),
    onSuccess: detail => {
      close()
      fresh(detail)
    },
  })
  return (
    <form
      className="case-form"
      aria-label={t('custody.of', { title })}
      onSubmit={event => {
        event.preventDefault()
        if (act) send.mutate(act)
      }}
    >
      <div className="field">
        <label htmlFor={`${field}act`}>{t('custody.act')}</label>
        <Select
          id={`${field}act`}
          value={act ?? null}
          onChange={value => setAct(value ?? undefined)}
          options={next.map(value => ({ value, label: pick(custodyActs[value].zh, custodyActs[value].en) }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${field}words`}>{t('custody.words')}</label>
        <Input id={`${field}words`} maxLength={200} value={words} onChange={event => setWords(event.target.value)} />
      </div>
      <div className="case-actions">
        <Button type="primary" htmlType="submit" disabled={!act || words.trim() === ''} loading={send.isPending}>
          {t('custody.send')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}
