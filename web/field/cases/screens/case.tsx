import { Button, Dialog } from 'antd-mobile'
import { useEffect, useState } from 'react'
import { recordKinds } from '#contract/cases'
import { formatInstant } from '../../../shared/format.ts'
import { pick } from '../../../shared/i18n.ts'
import { dropPhoto } from '../../capture/take-photo.ts'
import { database } from '../../device/database.ts'
import { open } from '../../device/seal.ts'
import { ActState } from '../../parts/act-state.tsx'
import type { RecordDraft, RecordKind } from '../draft.ts'
import { FilingEntry } from '../filing/entry.tsx'
import { draftId, type Given } from '../given.ts'
import { texts } from '../texts.ts'

const kinds = ['questioning', 'inspection'] as const

/** 一件一页: who and what, the records there are, and a new one. */
export function CaseScreen({ one, day, staff, outbox, go }: Given) {
  const t = texts.useTexts()
  // A report has its own line beside its button.
  const sent = outbox.filter(row => row.matter === one.no && row.kind !== 'filing')
  const able = day.certificateNo !== null && one.second !== null
  return (
    <>
      <button type="button" className="plain-button" onClick={() => go('')}>
        ‹ {t('back')}
      </button>
      <h1>{one.about}</h1>
      <div className="facts">
        <p>
          {one.no} · {pick(one.state.zh, one.state.en)}
        </p>
        {one.violation === null ? null : <p>{pick(one.violation.zh, one.violation.en)}</p>}
        <p>{t('party', { name: one.party })}</p>
        {one.address === '' ? null : <p>{one.address}</p>}
        <p>{one.second === null ? t('second.none') : t('second.is', { name: one.second.name })}</p>
      </div>
      {one.phone === '' ? null : (
        <a className="link-button" href={`tel:${one.phone}`}>
          {t('call')}
        </a>
      )}
      {sent.map(row => (
        <p key={row.id}>
          <ActState row={row} />
        </p>
      ))}
      {sent.some(({ state }) => state === 'conflict') ? (
        <p className="fault" role="alert">
          <a href="#/outbox">{t('conflict.open')}</a>
        </p>
      ) : null}
      {one.mayFile ? <FilingEntry about={{ caseNo: one.no }} open={() => go(`filing/${one.no}`)} /> : null}
      <h2>{t('records')}</h2>
      {one.records.length === 0 ? <p className="quiet">{t('records.none')}</p> : null}
      <ul className="stops">
        {one.records.map(record => {
          const words = recordKinds[record.kind]
          const told = sent.some(row => row.kind === 'confirm' && row.state !== 'conflict' && row.within === record.id)
          return (
            <li key={record.id} className="card">
              <strong>{pick(words.zh, words.en)}</strong>
              <div className="quiet">
                {formatInstant(record.at)} · {record.by}
                {record.second === null ? '' : `、${record.second}`}
              </div>
              {record.content === null || told ? null : (
                <Button
                  block
                  color="primary"
                  className="main-button"
                  onClick={() => go(`confirm/${one.no}/${record.id}`)}
                >
                  {t('confirm')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {able ? (
        <div className="acts">
          {kinds.map(kind => (
            <Start key={kind} kind={kind} no={one.no} staffId={staff.id} go={go} />
          ))}
        </div>
      ) : (
        <p className="amber">{t(day.certificateNo === null ? 'uncertified' : 'second.needed')}</p>
      )}
    </>
  )
}

function Start({ kind, no, staffId, go }: { kind: RecordKind; no: string; staffId: string; go: Given['go'] }) {
  const t = texts.useTexts()
  const id = draftId(staffId, no, kind)
  const [begun, setBegun] = useState(false)
  useEffect(() => {
    void database.drafts.get(id).then(row => setBegun(row !== undefined))
  }, [id])
  const discard = async () => {
    const sure = await Dialog.confirm({
      content: t('discard.ask'),
      confirmText: t('discard.yes'),
      cancelText: t('cancel'),
    })
    if (!sure) return
    const row = await database.drafts.get(id)
    const draft = row && (await open<RecordDraft>(row.sealed))
    // Only its own pictures: the other record of this case may be half written too.
    for (const { digest } of draft?.photos ?? []) await dropPhoto(no, digest)
    await database.drafts.delete(id)
    setBegun(false)
  }
  return (
    <>
      <Button block color="primary" className="main-button" onClick={() => go(`record/${no}/${kind}/1`)}>
        {t(begun ? `continue.${kind}` : `write.${kind}`)}
      </Button>
      {begun ? (
        <Button block className="main-button" onClick={() => void discard()}>
          {t(`discard.${kind}`)}
        </Button>
      ) : null}
    </>
  )
}
