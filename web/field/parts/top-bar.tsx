import { useSyncExternalStore } from 'react'
import type { OutboxRow } from '../device/database.ts'
import { onOutbox } from '../outbox/changes.ts'
import { needsSignIn } from '../outbox/send.ts'
import { SignInForm } from '../session/sign-in-form.tsx'
import type { FieldStaff } from '../session/staff.ts'
import { texts } from '../texts.ts'

const onLine = (listener: () => void): (() => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

interface Props {
  readonly outbox: readonly OutboxRow[]
  readonly staff: FieldStaff
  readonly enter: () => Promise<void>
  readonly openOutbox: () => void
}

/** What is always visible: whether there is network, and what of the day's work is not yet at the server. */
export function TopBar({ outbox, staff, enter, openOutbox }: Props) {
  const t = texts.useTexts()
  const online = useSyncExternalStore(onLine, () => navigator.onLine)
  const signIn = useSyncExternalStore(onOutbox, needsSignIn)
  const kept = outbox.filter(row => row.state === 'kept' || row.state === 'sending').length
  const conflict = outbox.filter(row => row.state === 'conflict').length
  const open = [
    ...(kept > 0 ? [t('out.kept', { count: kept })] : []),
    ...(conflict > 0 ? [t('out.conflict', { count: conflict })] : []),
  ]
  return (
    <header className="top-bar">
      <button
        type="button"
        className={`status ${conflict > 0 ? 'status-bad' : kept > 0 ? 'status-wait' : ''}`}
        onClick={openOutbox}
      >
        <span>{online ? `● ${t('net.on')}` : `○ ${t('net.off')}`}</span>
        <strong>{open.length === 0 ? t('out.none') : open.join('，')}</strong>
      </button>
      {signIn && online ? (
        <section className="field-page">
          <h2>{t('signIn.again')}</h2>
          <SignInForm enter={enter} only={staff.id} />
        </section>
      ) : null}
    </header>
  )
}
