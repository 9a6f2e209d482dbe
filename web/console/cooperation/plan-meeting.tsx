import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { type AgendaProposal, type MeetingKind, meetingKinds, meetingRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { instantOf } from '../app/china-time.ts'
import { AgendaLines } from './agenda-lines.tsx'
import { ChoiceField, SeveralField, TextField } from './field.tsx'
import { PlanFrame } from './plan-frame.tsx'
import { texts } from './texts.ts'

type Line = AgendaProposal['lines'][number]
const kinds = Object.entries(meetingKinds) as [MeetingKind, (typeof meetingKinds)[MeetingKind]][]

/** 拟定会议: the agenda comes from the open matters of the kind; a person leaves out and adds. */
export function PlanMeeting({ close }: { close: () => void }) {
  const t = texts.useTexts()
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
          startsAt: instantOf(words.startsAt),
          agencies: Object.entries(guests).map(([agencyId, contactId]) => ({ agencyId, contactId: contactId || null })),
        },
      }),
    onSuccess: ({ id: made }) => {
      void queries.invalidateQueries({ queryKey: ['meetings'] })
      void navigate({ to: '/meetings/$id', params: { id: made } })
    },
  })
  const whole = words.title.trim().length > 1 && words.place.trim().length > 1 && words.startsAt !== ''
  return (
    <PlanFrame label={t('plan')} done={t('create')} whole={whole} send={send} close={close}>
      <div className="coop-row">
        <ChoiceField
          label={t('kind')}
          value={kind}
          set={setKind}
          options={kinds.map(([value, { zh, en }]) => ({ value, label: pick(zh, en) }))}
        />
        <TextField label={t('name')} max={60} value={words.title} set={title => setWords({ ...words, title })} />
        <TextField label={t('place')} max={80} value={words.place} set={place => setWords({ ...words, place })} />
        <TextField
          label={t('starts')}
          type="datetime-local"
          max={16}
          value={words.startsAt}
          set={startsAt => setWords({ ...words, startsAt })}
        />
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
    </PlanFrame>
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
  const firstContact = (id: string) => agencies.find(({ agencyId }) => agencyId === id)?.contacts[0]?.id ?? ''
  return (
    <div>
      <SeveralField
        label={t('agencies')}
        value={Object.keys(guests)}
        set={chosen => setGuests(Object.fromEntries(chosen.map(one => [one, guests[one] ?? firstContact(one)])))}
        options={agencies.map(({ agencyId, name, concerned }) => ({
          value: agencyId,
          label: concerned ? `${name}（${t('concerned')}）` : name,
        }))}
      />
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
