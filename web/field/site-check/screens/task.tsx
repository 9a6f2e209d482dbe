import { Button, Dialog } from 'antd-mobile'
import { useEffect, useState } from 'react'
import { pick } from '../../../shared/i18n.ts'
import { useLanguage } from '../../../shared/language.ts'
import { dropUnused } from '../../capture/take-photo.ts'
import { database } from '../../device/database.ts'
import { mapLink } from '../../device/map-link.ts'
import { draftId, type Given, lastOf } from '../given.ts'
import { TaskState } from '../parts/task-state.tsx'
import { texts } from '../texts.ts'

/** 一件一页: find it, call, see what was applied for, and begin. */
export function TaskScreen({ task, staff, outbox, go }: Given) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <>
      <button type="button" className="plain-button" onClick={() => go('')}>
        ‹ {t('back')}
      </button>
      <h1>{task.shopName}</h1>
      <TaskState task={task} outbox={outbox} />
      {task.last?.state === 'disputed' ? <p className="fault">{task.last.dispute}</p> : null}
      <div className="facts">
        <p>{task.address}</p>
        <p>{t('person', { name: task.operatorNameMasked })}</p>
        {task.reason === '' ? null : <p>{t('reason', { reason: task.reason })}</p>}
      </div>
      <div className="two-buttons">
        {task.phone === '' ? (
          <span className="link-button off">{t('call.none')}</span>
        ) : (
          <a className="link-button" href={`tel:${task.phone}`}>
            {t('call')}
          </a>
        )}
        {task.position === null ? (
          <span className="link-button off">{t('map.none')}</span>
        ) : (
          <a className="link-button" href={mapLink(task.position, task.shopName)} target="_blank" rel="noreferrer">
            {t('map')}
          </a>
        )}
      </div>
      {task.asked.length === 0 ? null : (
        <section className="card gap-block">
          <h2>{t('asked')}</h2>
          {task.asked.map(line => (
            <p key={line.label}>
              <span className="quiet">{pick(line.label, line.labelEn, language)}</span>
              <br />
              {line.value}
            </p>
          ))}
        </section>
      )}
      <Actions task={task} staff={staff} outbox={outbox} go={go} />
    </>
  )
}

function Actions({ task, staff, outbox, go }: Omit<Given, 'bundle'>) {
  const t = texts.useTexts()
  const no = task.applicationNo
  const [started, setStarted] = useState(false)
  useEffect(() => {
    void database.drafts.get(draftId(staff.id, no)).then(row => setStarted(row !== undefined))
  }, [staff.id, no])
  const sent = lastOf(no, outbox)
  const again = task.last?.state === 'disputed'
  // What the telephone holds is the newest; what was received is seen in the server's own word.
  const told = sent !== undefined && sent.state !== 'conflict' && !(sent.state === 'received' && again)
  const discard = async () => {
    const sure = await Dialog.confirm({
      content: t('discard.ask'),
      confirmText: t('discard.yes'),
      cancelText: t('cancel'),
    })
    if (!sure) return
    await database.drafts.delete(draftId(staff.id, no))
    await dropUnused(no)
    setStarted(false)
  }
  if (task.last?.awaitsMe && (sent === undefined || sent.state === 'received'))
    return (
      <div className="acts">
        <Button block color="primary" className="main-button" onClick={() => go(`review/${no}`)}>
          {t('review')}
        </Button>
      </div>
    )
  if (told) return <p className="card done">{t('done', { what: sent.what })}</p>
  if (task.last?.state === 'recorded') return null
  return (
    <div className="acts">
      {sent?.state === 'conflict' ? (
        <p className="fault" role="alert">
          {sent.title} {sent.next} <a href="#/outbox">{t('conflict.open')}</a>
        </p>
      ) : null}
      <Button block color="primary" className="main-button" onClick={() => go(`record/${no}/1`)}>
        {t(started ? 'record.continue' : again ? 'record.again' : 'record')}
      </Button>
      {started ? (
        <Button block className="main-button" onClick={() => void discard()}>
          {t('discard')}
        </Button>
      ) : null}
    </div>
  )
}
