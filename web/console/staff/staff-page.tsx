import { Button } from 'antd'
import { useState } from 'react'
import { staffAdminRoutes as routes, type StaffMember } from '#contract/access'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { ChangeCard } from './change-card.tsx'
import { ChangeForm } from './change-form.tsx'
import './staff.css'
import { StaffTable } from './staff-table.tsx'
import { texts } from './texts.ts'
import { useStaffList } from './use-staff.ts'

/** 人员: what waits for the second person first, then everybody with roles, areas and certificate. */
export function StaffPage() {
  const t = texts.useTexts()
  const list = useStaffList()
  const [form, setForm] = useState<StaffMember | 'new'>()
  const may = mayUse(routes.proposeStaffChange, useStaff())
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { items, changes } = list.data
  const open = changes.filter(change => change.state === 'proposed')
  const decided = changes.filter(change => change.state !== 'proposed').slice(0, 10)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Button type="primary" disabled={!may} onClick={() => setForm('new')}>
          {t('add')}
        </Button>
      </div>
      <p className="quiet">
        {t('intro')}
        {may ? null : ` ${t('add.not')}`}
      </p>
      <section aria-labelledby="pending-head" className="staff-changes">
        <h2 id="pending-head">{t('pending')}</h2>
        {open.length === 0 ? <p className="quiet">{t('pending.none')}</p> : null}
        {open.map(change => (
          <ChangeCard key={change.id} change={change} before={items.find(one => one.account === change.account)} />
        ))}
      </section>
      {form === undefined ? null : (
        <ChangeForm
          key={form === 'new' ? 'new' : form.id}
          member={form === 'new' ? undefined : form}
          close={() => setForm(undefined)}
        />
      )}
      <StaffTable items={items} open={new Set(open.map(change => change.account))} change={may ? setForm : undefined} />
      {decided.length === 0 ? null : (
        <section aria-labelledby="decided-head" className="staff-changes">
          <h2 id="decided-head">{t('decided')}</h2>
          {decided.map(change => (
            <ChangeCard key={change.id} change={change} before={undefined} />
          ))}
        </section>
      )}
    </div>
  )
}
