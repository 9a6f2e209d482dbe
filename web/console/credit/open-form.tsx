import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type FileKind, fileRoutes as routes, ruleOf, type Input as Values } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { FieldInputs, isFilled } from './field-inputs.tsx'
import { texts } from './texts.ts'
import { useClocks } from './use-credit.ts'

/** 立档: which shop, and what this kind asks. What was entered stays when the server says no. */
export function OpenForm({ kind, shop, close }: { kind: FileKind; shop?: string | undefined; close: () => void }) {
  const t = texts.useTexts()
  const id = useId()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const clocks = useClocks()
  const [licenceNo, setLicenceNo] = useState(shop ?? '')
  const [input, setInput] = useState<Values>({})
  const rule = ruleOf(kind)
  const asks = rule.open?.asks ?? []
  const send = useMutation({
    mutationFn: () => call(routes.open, { body: { kind, licenceNo: licenceNo.trim(), input: plain(input) } }),
    onSuccess: ({ file }) => {
      void queries.invalidateQueries({ queryKey: ['credit'] })
      void navigate({ to: '/credit/$fileId', params: { fileId: file.id } })
    },
  })
  return (
    <form
      className="card credit-form"
      aria-label={`${t('begin')} ${pick(rule.zh, rule.en)}`}
      onSubmit={event => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t('licenceNo')}</label>
        <Input id={id} maxLength={12} value={licenceNo} onChange={event => setLicenceNo(event.target.value)} />
      </div>
      <FieldInputs fields={asks} values={input} set={setInput} officers={clocks.data?.officers ?? []} />
      <div className="credit-actions">
        <Button
          type="primary"
          htmlType="submit"
          disabled={!/^\d{12}$/.test(licenceNo.trim()) || !isFilled(asks, input)}
          loading={send.isPending}
        >
          {t('begin.now')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}

/** The contract's values are mutable; a form's are not. */
export const plain = (input: Values): Record<string, string | string[] | boolean> =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      typeof value === 'string' || typeof value === 'boolean' ? value : value.filter(line => line.trim() !== ''),
    ]),
  )
