import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly label: string
  /** Word of the main button. */
  readonly done: string
  /** Whether what the plan cannot be without is there. */
  readonly whole: boolean
  readonly send: { readonly isPending: boolean; readonly error: Error | null; mutate(): void }
  readonly close: () => void
  readonly children: ReactNode
}

/** The frame of every plan, of a meeting or an action: its fields, one main button, a way out; what was entered stays when the server says no. */
export function PlanFrame({ label, done, whole, send, close, children }: Props) {
  const t = texts.useTexts()
  return (
    <form
      className="card coop-form"
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        send.mutate()
      }}
    >
      {children}
      <div className="coop-row">
        <Button type="primary" htmlType="submit" disabled={!whole} loading={send.isPending}>
          {done}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}
