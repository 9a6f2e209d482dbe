import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { staffAdminRoutes as routes, type StaffChangeView, type StaffMember } from '#contract/access'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { roleTexts } from '../app/role-texts.ts'
import { useStaff } from '../session/session.ts'
import { useAreaName } from './staff-table.tsx'
import { texts } from './texts.ts'
import { useConfirm, useReadAgain, useReject } from './use-staff.ts'

/** One change: what is wanted in full, who proposed it, and what the second person can do. */
export function ChangeCard({ change, before }: { change: StaffChangeView; before: StaffMember | undefined }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const when = (at: string | null) => (at === null ? '' : formatInstant(at, language))
  return (
    <article className="card staff-change" aria-label={`${t(`kind.${change.kind}`)} ${change.account}`}>
      <h3>
        {t(`kind.${change.kind}`)} {change.account}{' '}
        {before === undefined || change.kind === 'create' ? '' : before.name}
      </h3>
      {change.wanted === null ? null : <Wanted change={change} wanted={change.wanted} />}
      <p className="quiet small">{t('by.proposed', { name: change.proposedBy, at: when(change.proposedAt) })}</p>
      {change.state === 'proposed' ? (
        <Decide change={change} />
      ) : (
        <p className="small">
          {t(`by.${change.state}`, {
            name: change.decidedBy ?? '',
            at: when(change.decidedAt),
            reason: change.reason ?? '',
          })}
        </p>
      )}
    </article>
  )
}

function Wanted({ change, wanted }: { change: StaffChangeView; wanted: NonNullable<StaffChangeView['wanted']> }) {
  const t = texts.useTexts()
  const role = roleTexts.useTexts()
  const areaName = useAreaName()
  const { certificate } = wanted
  const facts = [
    [t('name'), wanted.name],
    [t('roles'), wanted.roles.map(name => role(name)).join(' · ')],
    [t('areas'), wanted.areas.map(areaName).join(' · ')],
    [
      t('certificate'),
      certificate === null ? t('certificate.none') : `${certificate.no}（${t('certificate.dates', certificate)}）`,
    ],
    [t('phone'), change.phoneMasked ?? t('phone.keep')],
    [t('duty'), t(wanted.onDuty ? 'duty.yes' : 'duty.no')],
    [t('state'), t(`state.${wanted.state}`)],
  ] as const
  return (
    <dl className="staff-wanted">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Decide({ change }: { change: StaffChangeView }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const confirm = useConfirm(change.id)
  const reject = useReject(change.id)
  const readAgain = useReadAgain()
  const [reason, setReason] = useState('')
  if (!mayUse(routes.confirmStaffChange, staff)) return <p className="quiet small">{t('confirm.not')}</p>
  if (change.proposedById === staff.id) return <p className="quiet small">{t('confirm.own')}</p>
  if (confirm.data?.code) return <SetupCode {...confirm.data} code={confirm.data.code} done={readAgain} />
  const failed = confirm.error ?? reject.error
  const again = () => {
    confirm.reset()
    reject.reset()
  }
  return (
    <div className="staff-decide">
      <Button
        type="primary"
        loading={confirm.isPending}
        onClick={() =>
          confirm.mutate(undefined, { onSuccess: reply => (reply.code === null ? readAgain() : undefined) })
        }
      >
        {t('confirm')}
      </Button>
      <Input
        aria-label={t('reject.reason')}
        placeholder={t('reject.reason')}
        value={reason}
        maxLength={200}
        onChange={event => setReason(event.target.value)}
      />
      <Button disabled={reason.trim() === ''} loading={reject.isPending} onClick={() => reject.mutate(reason.trim())}>
        {t('reject')}
      </Button>
      {failed ? <FailedToLoad error={failed} retry={again} /> : null}
    </div>
  )
}

function SetupCode({ code, expiresAt, done }: { code: string; expiresAt: string | null; done: () => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <Alert
      type="info"
      role="status"
      title={t('code')}
      description={
        <>
          <output className="one-time-code">{code}</output>
          <p>{t('code.next', { at: expiresAt === null ? '' : formatInstant(expiresAt, language) })}</p>
          <Button size="small" onClick={done}>
            {t('code.done')}
          </Button>
        </>
      }
    />
  )
}
