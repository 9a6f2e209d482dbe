import { personRoles } from '#contract/cases'
import { pick } from '../../../shared/i18n.ts'
import { WhereLine } from '../../capture/where-line.tsx'
import { Choices, TextField, Tick } from '../../parts/text-field.tsx'
import { texts } from '../texts.ts'
import type { StepProps } from './form.ts'

const roles = Object.entries(personRoles) as [keyof typeof personRoles, (typeof personRoles)['party']][]

/** 表明身份、告知权利 first (行政处罚法 §44, §55): without them nothing that is said here counts. */
export function PeopleStep({ draft, set, where, staff, second }: StepProps) {
  const t = texts.useTexts()
  return (
    <>
      <p className="card record-opening" lang="zh-CN">
        {t('opening', { first: staff.name, second: second.name })}
      </p>
      <Tick label={t('shown')} value={draft.shown} set={shown => set({ shown })} />
      <Tick label={t('told')} value={draft.told} set={told => set({ told })} />
      <TextField
        label={t(draft.kind === 'questioning' ? 'person.asked' : 'person.looked')}
        value={draft.person}
        set={person => set({ person })}
        maxLength={60}
      />
      <Choices
        label={t('role')}
        value={draft.role}
        set={role => set({ role })}
        options={roles.map(([value, { zh, en }]) => ({ value, label: pick(zh, en) }))}
      />
      <TextField label={t('place')} value={draft.place} set={place => set({ place })} maxLength={120} />
      <TextField label={t('from')} value={draft.from} set={from => set({ from })} type="datetime-local" />
      <WhereLine where={where} />
    </>
  )
}
