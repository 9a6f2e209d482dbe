import { Button } from 'antd-mobile'
import { matterKinds, type OwnDay } from '#contract/partners'
import { formatInstant } from '../../../shared/format.ts'
import { pick } from '../../../shared/i18n.ts'
import type { OutboxRow } from '../../device/database.ts'
import { keepAct } from '../../outbox/outbox.ts'
import { ActState } from '../../parts/act-state.tsx'
import { texts } from '../texts.ts'

interface Props {
  readonly meeting: OwnDay['meetings'][number]
  readonly staffId: string
  readonly outbox: readonly OutboxRow[]
}

/** 一次会议 one is called to: when, where, about what of ours, and whether we come. */
export function MeetingCard({ meeting, staffId, outbox }: Props) {
  const t = texts.useTexts()
  const rows = outbox.filter(row => row.matter === meeting.id)
  const reply = (coming: boolean) =>
    keepAct(
      {
        ...{ area: 'cooperation', matter: meeting.id, kind: 'reply', subject: meeting.title },
        what: t(coming ? 'coming' : 'notComing'),
        body: { kind: 'reply' as const, meetingId: meeting.id, coming, words: '', toldAt: new Date().toISOString() },
      },
      staffId,
    )
  return (
    <section className="card gap-above">
      <strong lang="zh-CN">{meeting.title}</strong>
      <p className="quiet" lang="zh-CN">
        {formatInstant(meeting.startsAt)} {meeting.place} · {pick(meeting.stateLabel, meeting.stateLabelEn)}
      </p>
      <ol lang="zh-CN">
        {meeting.lines.map(({ kind, ref, itemNo, words }) => (
          <li key={`${kind}${ref}${itemNo}${words}`}>
            {kind === 'other' ? '' : pick(matterKinds[kind].zh, matterKinds[kind].en)} {ref}{' '}
            {ref === itemNo ? '' : itemNo} {words}
          </li>
        ))}
      </ol>
      {meeting.reply === null ? null : <p>{t('replied', { reply: t(meeting.reply) })}</p>}
      {rows.map(row => (
        <ActState key={row.id} row={row} />
      ))}
      {meeting.state === 'called' && rows.length === 0 ? (
        <div className="two-buttons">
          <Button className="main-button" onClick={() => void reply(true)}>
            {t('coming')}
          </Button>
          <Button className="main-button" onClick={() => void reply(false)}>
            {t('notComing')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
