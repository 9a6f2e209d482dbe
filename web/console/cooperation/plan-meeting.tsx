import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type AgendaProposal, type MeetingKind, meetingKinds, meetingRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { AgendaLines } from './agenda-lines.tsx'
import { texts } from './texts.ts'

type Line = AgendaProposal['lines'][number]

/** 拟定会议: the agenda comes from the open matters of the kind; a person leaves out and adds. */
export function PlanMeeting({ close }: { close: () => void }) {
  const t = texts.useTexts()
  const id = useId()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [kind, setKind] = useState<MeetingKind>('joint')
  const [words, setWords] = useState({ title: '', place: '', startsAt: '' })
  const [guests, setGuests] = useState<Readonly<Record<string, string>>>({})
  const [taken, setTaken] = useState<readonly string[]>([])
  const [own, setOwn] = useState<readonly Line[]>([])
  const proposal = useQuery({
    queryKey: ['agenda', kind],
    queryFn: ({ signal }) => call(routes.proposeAgenda, { query: { kind }, signal }),
  })
  const proposed = (proposal.data?.lines ?? []).filter(line => !taken.includes(line.kind + line.ref))
  const send = useMutation({
    mutationFn: () =>
      call(routes.planMeeting, {
        body: {
          ...{ kind, title: words.title, place: words.place, call: false, lines: [...proposed, ...own] },
          startsAt: `${words.startsAt}:00+08:00`,
          agencies: Object.entries(guests).map(([agencyId, contactId]) => ({ agencyId, contactId: contactId || null })),
        },
      }),
    onSuccess: ({ id: made }) => {
      void queries.invalidateQueries({ queryKey: ['meetings'] })
      void navigate({ to: '/meetings/$id', params: { id: made } })
    },
  })
  const field = (key: keyof typeof words, label: string, type = 'text') => (
    <div className="field grow">
      <label htmlFor={`${id}${key}`}>{label}</label>
      <Input
        id={`${id}${key}`}
        type={type}
        maxLength={80}
        value={words[key]}
        onChange={event => setWords({ ...words, [key]: event.target.value })}
      />
    </div>
  )
  return (
    <form
      className="card coop-form"
      aria-label={t('plan')}
      onSubmit={event => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <div className="coop-row">
        <div className="field grow">
          <label htmlFor={`${id}kind`}>{t('kind')}</label>
          <Select
            id={`${id}kind`}
            value={kind}
            onChange={setKind}
            options={Object.entries(meetingKinds).map(([value, { zh, en }]) => ({ value, label: pick(zh, en) }))}
          />
        </div>
        {field('title', t('name'))}
        {field('place', t('place'))}
        {field('startsAt', t('starts'), 'datetime-local')}
      </div>
      <Guests agencies={proposal.data?.agencies ?? []} guests={guests} setGuests={setGuests} />
      <AgendaLines
        lines={[...proposed, ...own]}
        take={line => {
          setOwn(own.filter(one => one !== line))
          setTaken([...taken, line.kind + line.ref])
        }}
        add={text => setOwn([...own, { kind: 'other', ref: '', words: text, why: '' }])}
      />
      <div className="coop-row">
        <Button
          type="primary"
          htmlType="submit"
          loading={send.isPending}
          disabled={words.title.trim().length < 2 || words.place.trim().length < 2 || words.startsAt === ''}
        >
          {t('create')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}

interface GuestProps {
  readonly agencies: AgendaProposal['agencies']
  /** Contact by agency; '' leaves it to the agency. */
  readonly guests: Readonly<Record<string, string>>
  readonly setGuests: (guests: Readonly<Record<string, string>>) => void
}

function Guests({ agencies, guests, setGuests }: GuestProps) {
  const t = texts.useTexts()
  const id = useId()
  return (
    <div>
      <div className="field">
        <label htmlFor={id}>{t('agencies')}</label>
        <Select
          id={id}
          mode="multiple"
          optionFilterProp="label"
          value={Object.keys(guests)}
          onChange={(chosen: string[]) =>
            setGuests(
              Object.fromEntries(
                chosen.map(one => [
                  one,
                  guests[one] ?? agencies.find(({ agencyId }) => agencyId === one)?.contacts[0]?.id ?? '',
                ]),
              ),
            )
          }
          options={agencies.map(({ agencyId, name, concerned }) => ({
            value: agencyId,
            label: concerned ? `${name}（${t('concerned')}）` : name,
          }))}
        />
      </div>
      {Object.entries(guests).map(([agencyId, contactId]) => {
        const agency = agencies.find(one => one.agencyId === agencyId)
        return (
          <p key={agencyId} className="coop-row">
            <span>{agency?.name}</span>
            <Select
              aria-label={`${agency?.name ?? ''} ${t('contact')}`}
              value={contactId}
              onChange={value => setGuests({ ...guests, [agencyId]: value })}
              options={[
                { value: '', label: t('anyContact') },
                ...(agency?.contacts ?? []).map(({ id: value, name, duty }) => ({ value, label: `${name} ${duty}` })),
              ]}
            />
          </p>
        )
      })}
    </div>
  )
}
