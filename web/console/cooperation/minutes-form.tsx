import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { itemRoutes, type MeetingDetail, matterKinds, meetingRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

/** 议程 and, while it can be written, what came of each line and who was there. */
export function MinutesForm({ meeting, editable }: { meeting: MeetingDetail; editable: boolean }) {
  const t = texts.useTexts()
  const queries = useQueryClient()
  const [said, setSaid] = useState<Readonly<Record<number, string>>>(
    Object.fromEntries(meeting.lines.map(line => [line.id, line.said])),
  )
  const [there, setThere] = useState<readonly string[]>(
    meeting.guests.filter(({ attended }) => attended === true).map(({ agencyId }) => agencyId),
  )
  const [minutes, setMinutes] = useState(meeting.minutes)
  const save = useMutation({
    mutationFn: () =>
      call(routes.writeMinutes, {
        params: { id: meeting.id },
        body: {
          version: meeting.version,
          minutes,
          said: meeting.lines.map(({ id }) => ({ id, words: said[id] ?? '' })),
          attended: meeting.guests.map(({ agencyId }) => ({ agencyId, there: there.includes(agencyId) })),
        },
      }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['meetings'] }),
  })
  return (
    <section className="card" aria-label={t('agenda')}>
      <h2>{t('agenda')}</h2>
      <ol className="coop-list">
        {meeting.lines.map((line, n) => (
          <li key={line.id}>
            <div lang="zh-CN">
              {n + 1}. {pick(matterKinds[line.kind].zh, matterKinds[line.kind].en)} {line.ref} {line.words}{' '}
              <span className="quiet">{line.why}</span>
            </div>
            <Readers line={line} guests={meeting.guests.length} />
            {editable ? (
              <Input.TextArea
                aria-label={`${n + 1} ${t('said')}`}
                placeholder={t('said')}
                autoSize
                maxLength={1000}
                value={said[line.id] ?? ''}
                onChange={event => setSaid({ ...said, [line.id]: event.target.value })}
              />
            ) : (
              <div className="coop-words" lang="zh-CN">
                {line.said}
              </div>
            )}
          </li>
        ))}
      </ol>
      {editable ? (
        <>
          <h2>{t('guests')}</h2>
          <Checkbox.Group
            value={[...there]}
            onChange={values => setThere(values.map(String))}
            options={meeting.guests.map(({ agencyId, agency }) => ({
              value: agencyId,
              label: `${agency} ${t('there')}`,
            }))}
          />
          <Input.TextArea
            aria-label={t('minutes')}
            placeholder={t('minutes')}
            autoSize={{ minRows: 3 }}
            maxLength={5000}
            value={minutes}
            onChange={event => setMinutes(event.target.value)}
          />
          <p>
            <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
              {t('saveMinutes')}
            </Button>
          </p>
          <Refused error={save.error} />
        </>
      ) : (
        <p className="coop-words" lang="zh-CN">
          {meeting.minutes}
        </p>
      )}
    </section>
  )
}

/** 哪些单位看得到: what was not released yet is given to the agency one by one, and then stands on its agenda at once. */
function Readers({ line, guests }: { line: MeetingDetail['lines'][number]; guests: number }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const giveable = (line.kind === 'clue' || line.kind === 'case') && mayUse(itemRoutes.give, staff)
  if (guests === 0 || line.kind === 'other') return null
  return (
    <div className="quiet small">
      {line.shownTo.length === 0 ? t('shownTo.none') : t('shownTo', { agencies: line.shownTo.join('、') })}{' '}
      {giveable && line.shownTo.length < guests ? (
        <Link to="/partners/give" search={{ about: line.ref }}>
          {t('shownTo.give')}
        </Link>
      ) : null}
    </div>
  )
}
