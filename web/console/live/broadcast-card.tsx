import { Button } from 'antd'
import { useState } from 'react'
import { broadcastMoves, type LiveDeskLine, liveRoutes as routes } from '#contract/outreach'
import { addressOf } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { IngestPart } from './ingest-part.tsx'
import { PlanForm } from './plan-form.tsx'
import { Playback } from './playback.tsx'
import { QuestionList } from './question-list.tsx'
import { ReplayForm } from './replay-form.tsx'
import { texts } from './texts.ts'
import { useStep } from './use-live.ts'
import { Withdraw } from './withdraw.tsx'

/** One class: what it is, what comes in of it, who asked, and what can be done now. */
export function BroadcastCard({ item }: { item: LiveDeskLine }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { attendance, state, speaker } = item
  const { viewers, peak, replays } = attendance
  const [editing, setEditing] = useState(false)
  const recorded = state === 'ended' || state === 'replay'
  const fileOf = (file: string) => addressOf(routes.liveFile.url, { id: item.id, file })
  const basis = item.citations.join(language === 'zh' ? '、' : ', ')
  if (editing) return <PlanForm item={item} done={() => setEditing(false)} />
  return (
    <section className="card live-card" aria-label={item.title}>
      <h2>{item.title}</h2>
      <p>
        <strong>{t(state)}</strong> · {t('line', { speaker, time: formatInstant(item.startsAt, language), basis })}
      </p>
      <p>{item.about}</p>
      {item.reason ? <p className="quiet">{item.reason}</p> : null}
      {state === 'live' ? <IngestPart id={item.id} /> : null}
      {item.openedAt ? (
        <>
          <p>{t('attendance', { viewers, peak, replays })}</p>
          <QuestionList item={item} />
        </>
      ) : null}
      {recorded && !item.picture ? <p className="tone-soon">{t('noRecording')}</p> : null}
      {recorded && item.picture ? (
        <Playback
          source={fileOf('index.m3u8')}
          captions={item.captions === null ? undefined : fileOf('captions.vtt')}
          label={t('watch')}
        />
      ) : null}
      {state === 'ended' ? <ReplayForm key={item.version} item={item} /> : null}
      <Steps item={item} edit={() => setEditing(true)} />
    </section>
  )
}

function Steps({ item, edit }: { item: LiveDeskLine; edit: () => void }) {
  const t = texts.useTexts()
  const step = useStep(item.id, item.version)
  const may = (event: string) => Object.hasOwn(item.state === 'withdrawn' ? {} : broadcastMoves[item.state], event)
  const button = (event: 'open' | 'end' | 'release', disabled = false) => (
    <Button
      type="primary"
      disabled={disabled}
      loading={step.isPending && step.variables.event === event}
      onClick={() => step.mutate({ event })}
    >
      {t(event)}
    </Button>
  )
  return (
    <>
      {may('open') ? <p className="quiet small">{t('open.help')}</p> : null}
      {may('release') ? <p className="quiet small">{t(item.mine ? 'release.mine' : 'release.look')}</p> : null}
      <div className="live-steps">
        {may('open') ? button('open') : null}
        {may('edit') ? <Button onClick={edit}>{t('edit')}</Button> : null}
        {may('end') ? button('end') : null}
        {may('release') ? button('release', item.mine || !item.picture) : null}
        {may('withdraw') ? <Withdraw send={reason => step.mutate({ event: 'withdraw', reason })} /> : null}
      </div>
      {step.isError ? <FailedToLoad error={step.error} retry={() => step.mutate(step.variables)} /> : null}
    </>
  )
}
