import { Button } from 'antd'
import type { StaffMember } from '#contract/access'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { roleTexts } from '../app/role-texts.ts'
import { useAreas } from '../app/use-towns.ts'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'
import { usePropose } from './use-staff.ts'

interface Props {
  readonly items: readonly StaffMember[]
  /** Accounts of which a change waits already. */
  readonly open: ReadonlySet<string>
  readonly change: ((member: StaffMember) => void) | undefined
}

const heads = ['name', 'roles', 'areas', 'certificate', 'phone', 'state', 'seen', 'actions'] as const

export function StaffTable({ items, open, change }: Props) {
  const t = texts.useTexts()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, also where no button in it may be used
    <section className="table-room" aria-label={t('list')} tabIndex={0}>
      <table className="plain-table staff-table">
        <caption className="visually-hidden">{t('list')}</caption>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(member => (
            <Row key={member.id} member={member} waits={open.has(member.account)} change={change} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ member, waits, change }: { member: StaffMember; waits: boolean; change: Props['change'] }) {
  const t = texts.useTexts()
  const role = roleTexts.useTexts()
  const language = useLanguage()
  const areaName = useAreaName()
  return (
    <tr className={member.state === 'closed' ? 'quiet' : ''}>
      <td>
        <strong>{member.name}</strong>
        <div className="quiet small">{member.account}</div>
      </td>
      <td>{member.roles.map(name => role(name)).join(' · ')}</td>
      <td>{member.areas.map(areaName).join(' · ')}</td>
      <td>
        <CertificateCell member={member} />
      </td>
      <td>{member.phoneMasked ?? <span className="quiet">{t('phone.none')}</span>}</td>
      <td>
        {t(`state.${member.state}`)}
        {member.onDuty ? ` · ${t('duty.yes')}` : null}
      </td>
      <td>{member.lastSignInAt === null ? t('seen.never') : formatInstant(member.lastSignInAt, language)}</td>
      <td>
        <Actions member={member} waits={waits} change={change} />
      </td>
    </tr>
  )
}

export function useAreaName(): (code: string) => string {
  const areas = useAreas().data?.items
  return code => areas?.find(area => area.code === code)?.name ?? code
}

function CertificateCell({ member: { certificate } }: { member: StaffMember }) {
  const t = texts.useTexts()
  if (certificate === null) return <span className="quiet">{t('certificate.none')}</span>
  const { no, from, to } = certificate
  // The bureau's day and not the desk's: a laptop abroad must not call a certificate expired.
  const over = to < new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  return (
    <>
      {no} {over ? <strong className="tone-overdue">{t('certificate.over')}</strong> : null}
      <div className="quiet small">{t('certificate.dates', { from, to })}</div>
    </>
  )
}

function Actions({ member, waits, change }: { member: StaffMember; waits: boolean; change: Props['change'] }) {
  const t = texts.useTexts()
  const propose = usePropose()
  const { name, account } = member
  if (member.id === useStaff().id) return null
  const off = change === undefined || waits
  const reset = () => propose.mutate({ kind: 'resetCode', account, wanted: null, phone: null })
  return (
    <>
      <Button size="small" disabled={off} aria-label={t('changeOf', { name })} onClick={() => change?.(member)}>
        {t('change')}
      </Button>{' '}
      <Button
        size="small"
        disabled={off || member.state === 'closed'}
        aria-label={t('resetOf', { name })}
        loading={propose.isPending}
        onClick={reset}
      >
        {t('reset')}
      </Button>
      {propose.isSuccess ? <div className="quiet small">{t('reset.done')}</div> : null}
      {propose.isError ? <FailedToLoad error={propose.error} retry={() => propose.reset()} /> : null}
    </>
  )
}
