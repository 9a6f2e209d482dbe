import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { graphRoutes, type LookPurpose, lookPurposes, type OpenedAccess, purposeCodes } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { RunningChains } from '../chains/running.tsx'
import { texts } from './texts.ts'

export const purposeWord = (purpose: LookPurpose): string => pick(lookPurposes[purpose].zh, lookPurposes[purpose].en)

/** 按需调阅: nothing is shown before purpose and matter are on record. */
export function Gate({ no, opened }: { readonly no: string; readonly opened: (access: OpenedAccess) => void }) {
  const t = texts.useTexts()
  const [purposeId, matterId, noteId] = [useId(), useId(), useId()]
  const [purpose, setPurpose] = useState<LookPurpose>('verify')
  const [matterNo, setMatterNo] = useState(no)
  const [note, setNote] = useState('')
  const send = useMutation({
    mutationFn: () => call(graphRoutes.openAccess, { body: { purpose, matterNo: matterNo.trim(), note } }),
    onSuccess: opened,
  })
  return (
    <>
      <form
        className="card graph-gate"
        aria-label={t('gate.title')}
        onSubmit={event => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <h2>{t('gate.title')}</h2>
        <p className="quiet">{t('gate.text')}</p>
        <div className="field">
          <label htmlFor={purposeId}>{t('purpose')}</label>
          <Select
            id={purposeId}
            value={purpose}
            onChange={setPurpose}
            options={purposeCodes.map(value => ({ value, label: purposeWord(value) }))}
          />
        </div>
        <div className="field">
          <label htmlFor={matterId}>{t('matterNo')}</label>
          <Input id={matterId} maxLength={60} value={matterNo} onChange={event => setMatterNo(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor={noteId}>{t('note')}</label>
          <Input id={noteId} maxLength={300} value={note} onChange={event => setNote(event.target.value)} />
        </div>
        <Button type="primary" htmlType="submit" disabled={matterNo.trim().length < 3} loading={send.isPending}>
          {t('open')}
        </Button>
        <Refused error={send.error} />
      </form>
      <RunningChains
        choose={no => {
          setMatterNo(no)
          setPurpose('analyse')
        }}
      />
    </>
  )
}
