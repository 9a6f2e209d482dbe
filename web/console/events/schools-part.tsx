import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { useTowns } from '../app/use-towns.ts'
import { PlainTable } from '../table/plain-table.tsx'
import { texts } from './texts.ts'
import { useSchools } from './use-events.ts'

/** 学校去过没有, by the register's own list. */
export function SchoolsPart() {
  const t = texts.useTexts()
  const language = useLanguage()
  const schools = useSchools()
  const names = new Map(useTowns().map(({ code, name }) => [code, name]))
  const items = schools.data?.items ?? []
  if (items.length === 0) return null
  const visited = items.filter(({ heldOn }) => heldOn !== null).length
  return (
    <section className="card events-reach" aria-labelledby="schools">
      <h2 id="schools">{t('schools')}</h2>
      <p>{t('schools.line', { visited, count: items.length })}</p>
      <details>
        <summary>{t('schools.list')}</summary>
        <PlainTable caption={t('schools.list')} heads={[t('school'), t('town'), t('school.last'), t('school.next')]}>
          {items.map(({ id, name, town, heldOn, plannedOn }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>{names.get(town) ?? town}</td>
              <td>{heldOn ? formatDay(heldOn, language) : t('school.never')}</td>
              <td>{plannedOn ? formatDay(plannedOn, language) : '—'}</td>
            </tr>
          ))}
        </PlainTable>
      </details>
    </section>
  )
}
