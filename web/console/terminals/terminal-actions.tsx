import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { routes as access, type TerminalView } from '#contract/access'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'
import { useConfirm, useRevoke } from './use-terminals.ts'

/** What can be done with a terminal in its state; what this person may not do is disabled and says why. */
export function TerminalActions({ terminal }: { terminal: TerminalView }) {
  const confirm = useConfirm(terminal.id)
  return (
    <>
      {terminal.state === 'proposed' || terminal.state === 'confirmed' ? <Confirm confirm={confirm} /> : null}
      {confirm.data ? <OneTimeCode {...confirm.data} done={() => confirm.reset()} /> : null}
      {terminal.state === 'active' || terminal.state === 'frozen' || terminal.state === 'confirmed' ? (
        <Revoke id={terminal.id} />
      ) : null}
    </>
  )
}

function Confirm({ confirm }: { confirm: ReturnType<typeof useConfirm> }) {
  const t = texts.useTexts()
  const allowed = mayUse(access.confirmTerminal, useStaff())
  return (
    <>
      <Button size="small" disabled={!allowed} loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('confirm')}
      </Button>
      {allowed ? null : <div className="quiet small">{t('confirm.not')}</div>}
      {confirm.isError ? <FailedToLoad error={confirm.error} retry={() => confirm.mutate()} /> : null}
    </>
  )
}

function OneTimeCode({ code, expiresAt, done }: { code: string; expiresAt: string; done: () => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <Alert
      type="info"
      role="status"
      title={t('confirm.done')}
      description={
        <>
          <output className="one-time-code">{code}</output>
          <div>{t('confirm.until', { at: formatInstant(expiresAt, language) })}</div>
          <Button size="small" onClick={done}>
            {t('confirm.close')}
          </Button>
        </>
      }
    />
  )
}

function Revoke({ id }: { id: string }) {
  const t = texts.useTexts()
  const allowed = mayUse(access.revokeTerminal, useStaff())
  const revoke = useRevoke(id)
  const [reason, setReason] = useState<string>()
  if (reason === undefined) {
    return (
      <>
        <Button size="small" danger disabled={!allowed} onClick={() => setReason('')}>
          {t('revoke')}
        </Button>
        {allowed ? null : <div className="quiet small">{t('revoke.not')}</div>}
      </>
    )
  }
  return (
    <form
      className="revoke-form"
      onSubmit={event => {
        event.preventDefault()
        revoke.mutate(reason.trim(), { onSuccess: () => setReason(undefined) })
      }}
    >
      <p className="small">{t('revoke.help')}</p>
      <Input
        aria-label={t('revoke.reason')}
        placeholder={t('revoke.reason')}
        value={reason}
        maxLength={200}
        autoFocus
        onChange={event => setReason(event.target.value)}
      />
      {revoke.isError ? <FailedToLoad error={revoke.error} retry={() => revoke.reset()} /> : null}
      <Button size="small" danger htmlType="submit" disabled={reason.trim() === ''} loading={revoke.isPending}>
        {t('revoke.submit')}
      </Button>{' '}
      <Button size="small" onClick={() => setReason(undefined)}>
        {t('close')}
      </Button>
    </form>
  )
}
