import { Select } from 'antd'
import { useId } from 'react'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { useTowns } from '../app/use-towns.ts'
import { texts } from './texts.ts'
import { useSchools } from './use-events.ts'

/** 进校园: a school of the register; its place is known. Whoever was never visited stands first. */
export function SchoolField({ school, choose }: { school: string | null; choose: (id: string) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const schools = useSchools()
  const names = new Map(useTowns().map(({ code, name }) => [code, name]))
  return (
    <div className="field">
      <label htmlFor={id}>{t('school')}</label>
      <Select
        id={id}
        aria-label={t('school')}
        className="events-school"
        showSearch={{ optionFilterProp: 'label' }}
        value={school}
        onChange={choose}
        options={(schools.data?.items ?? []).map(({ id: value, name, town, heldOn, plannedOn }) => {
          const visited = heldOn ? t('school.held', { day: formatDay(heldOn, language) }) : t('school.never')
          const coming = plannedOn ? `，${t('school.planned', { day: formatDay(plannedOn, language) })}` : ''
          return { value, label: `${name}（${names.get(town) ?? town}，${visited}${coming}）` }
        })}
      />
      <p className="quiet small">{t('school.help')}</p>
    </div>
  )
}
