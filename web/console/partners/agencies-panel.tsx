import { Button } from 'antd'
import { useState } from 'react'
import { type AgencyList, type AgencyView, agencyKinds, agencyRoutes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useAreas } from '../app/use-towns.ts'
import { useStaff } from '../session/session.ts'
import { AgreementRow } from './agreement-row.tsx'
import { AddAgency, AddAgreement, AddContact } from './forms.tsx'
import { Keys } from './keys.tsx'
import { texts } from './texts.ts'
import { useAct, useAgencies } from './use-partners.ts'

/** 单位、联系人、约定. */
export function AgenciesPanel() {
  const t = texts.useTexts()
  const list = useAgencies()
  const [adding, setAdding] = useState(false)
  const may = mayUse(agencyRoutes.addAgency, useStaff())
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  return (
    <div className="partner-cards">
      {may ? (
        <div>
          <Button onClick={() => setAdding(!adding)}>{t('addAgency')}</Button>
          {adding ? <AddAgency close={() => setAdding(false)} /> : null}
        </div>
      ) : null}
      {list.data.items.length === 0 ? <p>{t('none')}</p> : null}
      {list.data.items.map(agency => (
        <Agency key={agency.id} agency={agency} accounts={list.data.accounts} may={may} />
      ))}
    </div>
  )
}

interface Shown {
  readonly agency: AgencyView
  readonly accounts: AgencyList['accounts']
  readonly may: boolean
}

function Agency({ agency, accounts, may }: Shown) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [form, setForm] = useState<'contact' | 'agreement'>()
  const close = () => setForm(undefined)
  const kind = agencyKinds[agency.kind]
  const areas = useAreas().data?.items ?? []
  const areaName = (code: string) => areas.find(area => area.code === code)?.name ?? code
  return (
    <section className="card" aria-label={agency.name}>
      <h2>{agency.name}</h2>
      <p className="quiet small">
        {pick(kind.zh, kind.en, language)} · {agency.areas.map(areaName).join('、')} ·{' '}
        {t(agency.hasKey ? 'hasKey' : 'noKey')}
      </p>
      <Contacts agency={agency} may={may} />
      {agency.agreements.map(one => (
        <AgreementRow key={one.no} agreement={one} />
      ))}
      {may ? (
        <div className="partner-row">
          <Button onClick={() => setForm('contact')}>{t('addContact')}</Button>
          <Button onClick={() => setForm('agreement')} disabled={!agency.contacts.some(one => one.state === 'active')}>
            {t('addAgreement')}
          </Button>
        </div>
      ) : null}
      <Keys agency={agency} />
      {form === 'contact' ? (
        <AddContact agencyId={agency.id} accounts={accounts.filter(one => one.agencyId === agency.id)} close={close} />
      ) : null}
      {form === 'agreement' ? <AddAgreement agency={agency} close={close} /> : null}
    </section>
  )
}

function Contacts({ agency, may }: Pick<Shown, 'agency' | 'may'>) {
  const t = texts.useTexts()
  const shut = useAct((id: string) => call(agencyRoutes.closeContact, { params: { id } }))
  const active = agency.contacts.filter(one => one.state === 'active')
  if (active.length === 0) return null
  return (
    <ul>
      {active.map(one => (
        <li key={one.id}>
          <strong>{one.name}</strong> {one.duty} · {one.phoneMasked} ·{' '}
          <span className="quiet">{one.account ?? t('noAccount')}</span>{' '}
          {may ? (
            <Button type="link" className="bare" loading={shut.isPending} onClick={() => shut.mutate(one.id)}>
              {t('closeContact')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
