import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import type { CounterSession } from '#contract/access'
import { type CheckResult, type Known, type ServiceSheet, windowRoutes } from '#contract/licensing'
import { Findings } from '../../services/law/findings.tsx'
import { call } from '../../shared/api.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Labelled } from '../delivery/labelled.tsx'
import { ApplyForm } from './apply-form.tsx'
import { type Form, firstForm, placeOf, type TypedCard } from './form.ts'
import { matterDoor } from './matter-door.ts'
import { texts } from './texts.ts'
import { useSettled } from './use-settled.ts'
import type { Matter } from './visit-view.tsx'

type NewShop = NonNullable<Known['newShop']>

interface Props {
  session: CounterSession
  card: TypedCard
  matter: Matter
  startedAt: string
  onSent: (result: CheckResult) => void
}

/** One matter: what is on file is shown and not asked; for 新办 the market regulator is asked first. */
export function SheetView({ session, card, matter, startedAt, onSent }: Props) {
  const { service, licenceNo, draft } = matter
  const [form, setForm] = useState<Form>(() => firstForm({ service }, card, draft))
  const [creditCode, setCreditCode] = useState(draft?.answers['creditCode'] ?? '')
  // Of a new shop the registers are asked again when code or place change, once the typing rests.
  const place = useSettled(placeOf({ ...form.said, creditCode }))
  const about = service === 'issue' ? place : licenceNo
  const { counterId } = session
  const door = useMemo(() => matterDoor(counterId, matter), [counterId, matter])
  const sheet = useQuery({
    queryKey: ['windowSheet', counterId, service, about, matter.mandate?.mandateId],
    queryFn: ({ signal }) =>
      service === 'issue'
        ? call(windowRoutes.windowNewSheet, { params: { counterId }, body: { answers: place }, signal })
        : door.sheet(service, signal),
    refetchOnWindowFocus: false,
    placeholderData: before => before,
  })
  if (sheet.isError) return <FailedToLoad error={sheet.error} retry={() => void sheet.refetch()} />
  if (sheet.isPending) return <Loading />
  const take = (code: string) => {
    setCreditCode(code)
    setForm({ ...form, said: { ...form.said, creditCode: code } })
  }
  return (
    <>
      {service === 'issue' ? <CreditCode sheet={sheet.data} asked={creditCode} onAsk={take} /> : null}
      <OnFile sheet={sheet.data} />
      {sheet.data.outcome === 'stop' ? (
        <section className="card">
          <Findings findings={sheet.data.findings} />
        </section>
      ) : (
        <ApplyForm {...{ session, door, form, startedAt, onSent }} sheet={sheet.data} onForm={setForm} />
      )}
    </>
  )
}

/** Of a licence what the face says, of a new shop what the market regulator says. */
function OnFile({ sheet: { licence, known } }: { sheet: ServiceSheet }) {
  const t = texts.useTexts()
  const { business } = known
  const onFile = licence ?? (known.newShop && business ? { ...business, shopName: business.name } : null)
  if (!onFile) return null
  const rows = [
    ['shop', onFile.shopName],
    ['operator', onFile.operatorName],
    ['address', onFile.address],
  ] as const
  return (
    <section className="card">
      <h2>{t('known')}</h2>
      <dl className="window-facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt className="quiet">{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function CreditCode({ sheet, asked, onAsk }: { sheet: ServiceSheet; asked: string; onAsk: (code: string) => void }) {
  const t = texts.useTexts()
  const [code, setCode] = useState(asked)
  const { business, newShop } = sheet.known
  const choose = (creditCode: string) => {
    setCode(creditCode)
    onAsk(creditCode)
  }
  return (
    <section className="card">
      <form
        className="window-row"
        onSubmit={event => {
          event.preventDefault()
          onAsk(code.trim())
        }}
      >
        <Labelled label={t('creditFirst')}>
          {id => <Input id={id} value={code} maxLength={18} onChange={event => setCode(event.target.value)} />}
        </Labelled>
        <Button htmlType="submit">{t('fetch')}</Button>
        {asked === '' ? null : <output>{business ? t('fetched', { name: business.name }) : t('notFetched')}</output>}
      </form>
      {asked === '' && newShop ? <OwnBusinesses {...newShop} onChoose={choose} /> : null}
    </section>
  )
}

/** 名下的营业执照, by the card: chosen, so that no code is copied; where nobody could be asked, that is said. */
function OwnBusinesses({ businesses, businessesLook, onChoose }: NewShop & { onChoose: (creditCode: string) => void }) {
  const t = texts.useTexts()
  if (businessesLook === 'notAsked') return null
  if (businesses.length === 0) return <p className="quiet">{t(businessesLook === 'found' ? 'ownNone' : 'ownAway')}</p>
  return (
    <div className="window-row">
      <span className="quiet">{t('own')}</span>
      {businesses.map(({ creditCode, name, address }) => (
        <Button key={creditCode} onClick={() => onChoose(creditCode)}>
          {name} · {address}
        </Button>
      ))}
    </div>
  )
}
