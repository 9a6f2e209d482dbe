import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { reasons, taskRoutes as routes, type TaskBoard, type TaskView, taskKinds } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

type Kind = TaskView['kind']
type Reason = TaskView['reasons'][number]

const kinds = (Object.keys(taskKinds) as Kind[]).filter(kind => kind !== 'random')
const codes = (Object.keys(reasons) as Reason[]).filter(code => code !== 'drawn')

/** 提出检查建议: which shop, what kind, why; the machine adds checklist, articles, hours and the last day. */
export function ProposeForm({ fresh, close }: { fresh: (board: TaskBoard) => void; close: () => void }) {
  const t = texts.useTexts()
  const id = useId()
  const [licenceNo, setLicenceNo] = useState('')
  const [kind, setKind] = useState<Kind>('report')
  const [chosen, setChosen] = useState<Reason[]>([])
  const [why, setWhy] = useState('')
  const [dueBy, setDueBy] = useState('')
  const [partner, setPartner] = useState('')
  const [noNotice, setNoNotice] = useState('')
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const send = useMutation({
    mutationFn: () =>
      call(routes.proposeByHand, {
        body: {
          licenceNo: licenceNo.trim(),
          kind,
          reasons: chosen,
          why,
          dueBy: orNull(dueBy),
          partner: orNull(partner),
          noNoticeReason: orNull(noNotice),
        },
      }),
    onSuccess: fresh,
  })
  return (
    <section className="card task-propose" aria-label={t('propose')}>
      <h2>{t('propose')}</h2>
      <div className="field">
        <label htmlFor={`${id}-no`}>{t('licenceNo')}</label>
        <Input id={`${id}-no`} maxLength={12} value={licenceNo} onChange={event => setLicenceNo(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t('kind')}</label>
        <Select
          id={`${id}-kind`}
          className="task-wide"
          value={kind}
          onChange={setKind}
          options={kinds.map(value => ({ value, label: pick(taskKinds[value].zh, taskKinds[value].en) }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-why`}>{t('reasons')}</label>
        <Select
          id={`${id}-why`}
          mode="multiple"
          className="task-wide"
          optionFilterProp="label"
          value={chosen}
          onChange={setChosen}
          options={codes.map(value => ({ value, label: pick(reasons[value].zh, reasons[value].en) }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-words`}>{t('why')}</label>
        <Input.TextArea
          id={`${id}-words`}
          rows={2}
          maxLength={500}
          value={why}
          onChange={event => setWhy(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-due`}>{t('due')}</label>
        <Input id={`${id}-due`} type="date" value={dueBy} onChange={event => setDueBy(event.target.value)} />
      </div>
      {kind === 'joint' ? (
        <div className="field">
          <label htmlFor={`${id}-partner`}>{t('partner')}</label>
          <Input
            id={`${id}-partner`}
            maxLength={60}
            value={partner}
            onChange={event => setPartner(event.target.value)}
          />
        </div>
      ) : null}
      {kind === 'surprise' ? (
        <div className="field">
          <label htmlFor={`${id}-notice`}>{t('noNotice')}</label>
          <Input
            id={`${id}-notice`}
            maxLength={300}
            value={noNotice}
            onChange={event => setNoNotice(event.target.value)}
          />
        </div>
      ) : null}
      <div className="task-actions">
        <Button
          type="primary"
          disabled={!/^\d{12}$/.test(licenceNo.trim()) || chosen.length === 0}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {t('propose.now')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </section>
  )
}
