import { Link, useSearch } from '@tanstack/react-router'
import { Alert, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import {
  type AgencyView,
  type AgreementView,
  type Field,
  fields,
  type Given,
  type ItemKind,
  itemKinds,
  itemRoutes,
} from '#contract/partners'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import './partners.css'
import { texts } from './texts.ts'
import { useAct, useAgencies, useOffer, usePreview } from './use-partners.ts'
import { ValuesTable } from './values-table.tsx'

/** 发出一件: to whom, under what, which fields; what they will see stands beside before anything goes out. */
export function GivePage() {
  const t = texts.useTexts()
  const list = useAgencies()
  const { about = '', refer } = useSearch({ from: '/partners/give' })
  const [aboutNo, setAbout] = useState(about)
  const [picked, setContact] = useState<string>()
  const [agreementNo, setAgreement] = useState<string>()
  const given = useAct((body: Given) => call(itemRoutes.give, { body }))
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const agencies = list.data.items.filter(one => one.state === 'active')
  const contactId = picked ?? firstContact(agencies, refer)
  const agency = agencies.find(one => one.contacts.some(({ id }) => id === contactId))
  const agreements = agency?.agreements.filter(one => one.standing === 'inForce') ?? []
  const agreement = agreements.find(one => one.no === agreementNo) ?? agreements[0]
  if (given.data !== undefined) return <Done no={given.data.no} waits={given.data.state === 'proposed'} />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('give.title')}</h1>
      </div>
      <div className="partner-form">
        <Labelled text={t('give.about')}>
          <Input
            aria-label={t('give.about')}
            maxLength={20}
            value={aboutNo}
            onChange={e => setAbout(e.target.value.trim())}
          />
        </Labelled>
        <Labelled text={t('give.to')}>
          <Select
            aria-label={t('give.to')}
            className="partner-wide"
            value={contactId ?? null}
            onChange={setContact}
            options={agencies.map(one => ({
              label: one.name,
              options: one.contacts
                .filter(({ state }) => state === 'active')
                .map(person => ({ value: person.id, label: `${one.name} · ${person.name} ${person.duty}` })),
            }))}
          />
        </Labelled>
        {agency !== undefined && agreement === undefined ? (
          <Alert type="warning" showIcon title={t('give.noAgreement')} />
        ) : null}
        {agreement === undefined || contactId === undefined ? null : (
          <>
            <Labelled text={t('give.agreement')}>
              <Select
                aria-label={t('give.agreement')}
                className="partner-wide"
                value={agreement.no}
                onChange={setAgreement}
                options={agreements.map(one => ({ value: one.no, label: `${one.no} ${one.purpose}` }))}
              />
            </Labelled>
            <Chosen
              key={`${agreement.no}${aboutNo}`}
              agreement={agreement}
              to={{ contactId, aboutNo: /^(XS|AJ)-\d{4}-\d{6}$/.test(aboutNo) ? aboutNo : null }}
              give={given}
              draft={refer !== undefined}
            />
          </>
        )}
      </div>
    </div>
  )
}

/** 拟移送: the first named contact of an agency of that kind; the officer may choose another. */
function firstContact(agencies: readonly AgencyView[], refer: string | undefined): string | undefined {
  const people = agencies.filter(({ kind }) => kind === refer).flatMap(({ contacts }) => contacts)
  return people.find(({ state }) => state === 'active')?.id
}

function Labelled({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <div className="gap-above">
      <div>{text}</div>
      {children}
    </div>
  )
}

interface Choosing {
  readonly agreement: AgreementView
  readonly to: Pick<Given, 'contactId' | 'aboutNo'>
  readonly give: { readonly isPending: boolean; readonly error: Error | null; mutate(body: Given): void }
  /** A referral that begins filled in: every field of the agreement for which the file has a value. */
  readonly draft: boolean
}

function Chosen({ agreement, to, give, draft }: Choosing) {
  const t = texts.useTexts()
  const language = useLanguage()
  const offer = useOffer(to.aboutNo ?? '')
  const preview = usePreview()
  const refers = draft && agreement.items.includes('referral')
  const [kind, setKind] = useState<ItemKind>(refers ? 'referral' : (agreement.items[0] ?? 'facts'))
  const [picked, setChosen] = useState<readonly Field[]>()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const known = offer.data?.values ?? {}
  const chosen = picked ?? (draft ? agreement.fields.filter(field => known[field] !== undefined) : [])
  const word = (field: Field) => pick(fields[field].zh, fields[field].en, language)
  const body: Given = { ...to, kind, agreementNo: agreement.no, fields: [...chosen], typed: { ...typed } }
  const change = (work: () => void) => {
    preview.reset()
    work()
  }
  return (
    <>
      <Refused error={offer.error} />
      <Labelled text={t('kind')}>
        <Select
          aria-label={t('kind')}
          className="partner-wide"
          value={kind}
          onChange={next => change(() => setKind(next))}
          options={agreement.items.map(value => ({
            value,
            label: pick(itemKinds[value].zh, itemKinds[value].en, language),
          }))}
        />
      </Labelled>
      <fieldset className="partner-fields gap-above">
        <legend>{t('give.fields')}</legend>
        {agreement.fields.map(field => (
          <div key={field}>
            <Checkbox
              checked={chosen.includes(field)}
              disabled={field === 'number' && known['number'] === undefined}
              onChange={({ target }) =>
                change(() => setChosen(target.checked ? [...chosen, field] : chosen.filter(one => one !== field)))
              }
            >
              {word(field)} <span className="quiet">{known[field] ?? ''}</span>
            </Checkbox>
            {chosen.includes(field) && known[field] === undefined ? (
              <Input.TextArea
                aria-label={t('give.typed', { field: word(field) })}
                placeholder={t('give.typed', { field: word(field) })}
                rows={field === 'words' ? 3 : 1}
                maxLength={1000}
                value={typed[field] ?? ''}
                onChange={({ target }) => change(() => setTyped({ ...typed, [field]: target.value }))}
              />
            ) : null}
          </div>
        ))}
      </fieldset>
      <Refused error={preview.error ?? give.error} />
      <div className="partner-row">
        <Button disabled={chosen.length === 0} loading={preview.isPending} onClick={() => preview.mutate(body)}>
          {t('give.preview')}
        </Button>
      </div>
      {preview.data === undefined ? null : (
        <section className="card" aria-label={t('give.preview')}>
          <h2>{t('give.sees')}</h2>
          <ValuesTable values={preview.data.values} />
          {preview.data.secondHand ? <p>{t('give.second')}</p> : null}
          <Button type="primary" loading={give.isPending} onClick={() => give.mutate(body)}>
            {t('give.send')}
          </Button>
        </section>
      )}
    </>
  )
}

function Done({ no, waits }: { no: string; waits: boolean }) {
  const t = texts.useTexts()
  return (
    <div className="page">
      <Alert
        type="success"
        showIcon
        role="status"
        title={t(waits ? 'give.waiting' : 'give.done', { no })}
        action={
          <Link to="/partners/items/$no" params={{ no }}>
            {t('give.open')}
          </Link>
        }
      />
    </div>
  )
}
