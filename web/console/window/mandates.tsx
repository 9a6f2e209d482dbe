import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { CounterSession } from '#contract/access'
import { type MandateView, mandateRoutes, type ServiceCode, serviceCodes, services } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Labelled } from '../delivery/labelled.tsx'
import { texts } from './mandate-texts.ts'
import type { Matter } from './visit-view.tsx'

interface Props {
  session: CounterSession
  onChoose: (matter: Matter) => void
}

/** 受托办理: whose mandates the person who stands here holds, and a paper one taken down. */
export function Mandates({ session, onChoose }: Props) {
  const t = texts.useTexts()
  const { counterId } = session
  const [adding, setAdding] = useState(false)
  const held = useQuery({
    queryKey: ['window', counterId, 'mandates'],
    queryFn: ({ signal }) => call(mandateRoutes.windowMandates, { params: { counterId }, signal }),
    refetchOnWindowFocus: false,
  })
  return (
    <section className="card">
      <h2>{t('title')}</h2>
      {held.isError ? <FailedToLoad error={held.error} retry={() => void held.refetch()} /> : null}
      {held.data?.items.length === 0 ? <p>{t('none')}</p> : null}
      {held.data?.items.map(mandate => (
        <Mandate key={mandate.mandateId} mandate={mandate} onChoose={onChoose} />
      ))}
      {adding ? (
        <PaperMandate counterId={counterId} onTaken={() => setAdding(false)} />
      ) : (
        <Button onClick={() => setAdding(true)}>{t('add')}</Button>
      )}
    </section>
  )
}

function Mandate({ mandate, onChoose }: { mandate: MandateView; onChoose: Props['onChoose'] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { shopName, licenceNo, principal, validFrom, validTo, form } = mandate
  return (
    <div className="window-licence">
      <p>
        <strong>{t('for', { shop: shopName, name: principal.name })}</strong>{' '}
        <span className="quiet">
          {t('terms', { no: licenceNo, from: formatDayShort(validFrom), to: formatDayShort(validTo), form: t(form) })}
        </span>
      </p>
      <ul className="window-services">
        {mandate.services.map(({ service, label, labelEn }) => (
          <li key={service}>
            <Button onClick={() => onChoose({ service, licenceNo, mandate })}>{pick(label, labelEn, language)}</Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

type MandatableService = Exclude<ServiceCode, 'issue'>
const mandatable = serviceCodes.filter((code): code is MandatableService => code !== 'issue')
const blank = { licenceNo: '', name: '', idNo: '', validFrom: '', validTo: '' }

/** 纸质授权委托书: typed from the paper; holder, licence and name are compared on the server. */
function PaperMandate({ counterId, onTaken }: { counterId: string; onTaken: () => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const queries = useQueryClient()
  const [typed, setTyped] = useState(blank)
  const [named, setNamed] = useState<readonly MandatableService[]>([])
  const [seen, setSeen] = useState(false)
  const take = useMutation({
    mutationFn: () => {
      const { name, idNo, ...terms } = typed
      const body = {
        ...terms,
        licenceNo: terms.licenceNo.trim(),
        principal: { name: name.trim(), idNo: idNo.trim() },
        services: [...named],
        seen,
      }
      return call(mandateRoutes.windowTakeMandate, { params: { counterId }, body })
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['window', counterId, 'mandates'] })
      onTaken()
    },
  })
  const text = (name: 'licenceNo' | 'name' | 'idNo', maxLength: number) => (
    <Labelled label={t(name)}>
      {id => (
        <Input
          id={id}
          autoComplete="off"
          required
          maxLength={maxLength}
          value={typed[name]}
          onChange={event => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </Labelled>
  )
  const day = (name: 'validFrom' | 'validTo') => (
    <Labelled label={t(name)}>
      {id => (
        <input
          id={id}
          type="date"
          required
          className="window-date"
          value={typed[name]}
          onChange={event => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </Labelled>
  )
  return (
    <form
      aria-label={t('add')}
      onSubmit={event => {
        event.preventDefault()
        take.mutate()
      }}
    >
      <h3>{t('adding')}</h3>
      {text('name', 15)}
      {text('idNo', 18)}
      {text('licenceNo', 12)}
      <Labelled label={t('services')}>
        {id => (
          <Checkbox.Group
            aria-labelledby={id}
            value={[...named]}
            options={mandatable.map(code => ({
              value: code,
              label: pick(services[code].name.zh, services[code].name.en, language),
            }))}
            onChange={values => setNamed(values as MandatableService[])}
          />
        )}
      </Labelled>
      <div className="window-row">
        {day('validFrom')}
        {day('validTo')}
      </div>
      <p>
        <Checkbox checked={seen} onChange={event => setSeen(event.target.checked)}>
          {t('seen')}
        </Checkbox>
      </p>
      {take.isError ? <FailedToLoad error={take.error} retry={() => take.mutate()} /> : null}
      <Button type="primary" htmlType="submit" loading={take.isPending} disabled={!seen || named.length === 0}>
        {t('save')}
      </Button>
    </form>
  )
}
