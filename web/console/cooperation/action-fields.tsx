import { useQuery } from '@tanstack/react-query'
import { actionRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import type { ActionDraft } from './action-draft.ts'
import { texts } from './action-texts.ts'
import { AreaField } from './area-field.tsx'
import { ChoiceField, SeveralField, TextField } from './field.tsx'
import { GroupFields } from './group-fields.tsx'
import { PhaseFields } from './phase-fields.tsx'

interface Props {
  readonly draft: ActionDraft
  readonly change: (part: Partial<ActionDraft>) => void
}

/** 方案: what, when, where, who with which duty, in which phases; the same fields when it is written and when it is changed. */
export function ActionFields({ draft, change }: Props) {
  const t = texts.useTexts()
  const choices = useQuery({ queryKey: ['actionChoices'], queryFn: ({ signal }) => call(routes.choices, { signal }) })
  const { agencies = [], staff = [] } = choices.data ?? {}
  const named = (people: readonly { readonly id: string; readonly name: string }[]) =>
    people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <div className="coop-row">
        <TextField label={t('name')} max={60} value={draft.title} set={title => change({ title })} />
        <ChoiceField
          label={t('lead')}
          value={draft.lead}
          set={lead => change({ lead })}
          options={[{ value: '', label: t('bureau') }, ...named(agencies)]}
        />
      </div>
      <TextField label={t('purpose')} max={500} value={draft.purpose} set={purpose => change({ purpose })} />
      <div className="coop-row">
        {(['startsAt', 'endsAt'] as const).map(key => (
          <TextField
            key={key}
            label={t(key === 'startsAt' ? 'starts' : 'ends')}
            type="datetime-local"
            max={16}
            value={draft[key]}
            set={value => change({ [key]: value })}
          />
        ))}
      </div>
      <SeveralField
        label={t('planners')}
        value={draft.planners}
        set={planners => change({ planners })}
        options={named(staff)}
      />
      <AreaField area={draft.area} setArea={area => change({ area })} />
      <GroupFields groups={draft.groups} setGroups={groups => change({ groups })} agencies={agencies} staff={staff} />
      <PhaseFields phases={draft.phases} setPhases={phases => change({ phases })} />
    </>
  )
}
