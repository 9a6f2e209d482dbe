import { Input, Radio } from 'antd'
import { useId } from 'react'
import { type ApplicationDetail, partyAnswers, partyRelations, partyWays } from '#contract/licensing'
import { pick } from '../../../shared/i18n.ts'
import { useLanguage } from '../../../shared/language.ts'
import { texts } from '../form-texts.ts'
import { type FieldProps, OpinionField } from './step-fields.tsx'

/** 告知利害关系人: who he is, how he is reached, how he is told, and what touches him. */
export function PartyFields(props: FieldProps) {
  const t = texts.useTexts()
  const { draft, change } = props
  const id = useId()
  return (
    <>
      <Choice
        legend={t('party.relation')}
        table={partyRelations}
        chosen={draft.relation}
        change={relation => change({ relation })}
      />
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('party.name')}</label>
        <Input
          id={`${id}-name`}
          value={draft.partyName}
          maxLength={60}
          onChange={event => change({ partyName: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-contact`}>{t('party.contact')}</label>
        <Input
          id={`${id}-contact`}
          value={draft.contact}
          maxLength={200}
          onChange={event => change({ contact: event.target.value })}
        />
      </div>
      <Choice legend={t('party.way')} table={partyWays} chosen={draft.way} change={way => change({ way })} />
      <OpinionField label={t('party.why')} help={t('party.help')} {...props} />
    </>
  )
}

/** 利害关系人的答复, or that the letter has come. */
export function PartyAnswerFields({ parties, ...props }: FieldProps & Pick<ApplicationDetail, 'parties'>) {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const { draft, change } = props
  const open = parties.filter(({ answer }) => answer === null)
  return (
    <>
      <fieldset className="field">
        <legend>{t('party.who')}</legend>
        <Radio.Group
          value={draft.partyId}
          onChange={event => change({ partyId: event.target.value as string })}
          options={open.map(({ id: value, nameMasked, relation, relationEn }) => ({
            value,
            label: `${nameMasked} · ${pick(relation, relationEn ?? '', language)}`,
          }))}
        />
      </fieldset>
      <Choice
        legend={t('party.answer')}
        table={partyAnswers}
        chosen={draft.partyAnswer}
        change={partyAnswer => change({ partyAnswer })}
      />
      <div className="field">
        <label htmlFor={`${id}-on`}>{t('party.on')}</label>
        <Input
          id={`${id}-on`}
          type="date"
          className="day-field"
          value={draft.answeredOn}
          onChange={event => change({ answeredOn: event.target.value })}
        />
      </div>
      <OpinionField label={t('party.words')} {...props} />
    </>
  )
}

interface ChoiceProps<K extends string> {
  readonly legend: string
  readonly table: Readonly<Record<K, { readonly zh: string; readonly en: string }>>
  readonly chosen: K | null
  readonly change: (value: K) => void
}

function Choice<K extends string>({ legend, table, chosen, change }: ChoiceProps<K>) {
  const language = useLanguage()
  const keys = Object.keys(table) as K[]
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <Radio.Group
        value={chosen}
        onChange={event => change(event.target.value as K)}
        options={keys.map(value => ({ value, label: pick(table[value].zh, table[value].en, language) }))}
      />
    </fieldset>
  )
}
