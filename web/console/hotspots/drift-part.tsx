import type { HotspotsData } from './clock.ts'
import { texts } from './texts.ts'

/** 向农村转移: the test in a sentence, the months, and the towns before and lately. */
export function DriftPart({ drift: { months, towns, say } }: Pick<HotspotsData, 'drift'>) {
  const t = texts.useTexts()
  const rural = (all: { urban: number; rural: number }) =>
    all.urban + all.rural === 0 ? '—' : `${Math.round((100 * all.rural) / (all.urban + all.rural))}%`
  return (
    <>
      <p lang="zh-CN">{say}</p>
      <div className="hot-drift">
        <table className="plain-table">
          <caption>{t('monthly')}</caption>
          <thead>
            <tr>
              {(['month', 'urban', 'rural', 'ruralShare'] as const).map(head => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(one => (
              <tr key={one.month}>
                <th scope="row">{one.month}</th>
                <td>{one.urban}</td>
                <td>{one.rural}</td>
                <td>{rural(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="plain-table">
          <caption>{t('byTown')}</caption>
          <thead>
            <tr>
              {(['town', 'kind', 'before', 'lately'] as const).map(head => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {towns.map(({ town, name, kind, before, lately }) => (
              <tr key={town}>
                <th scope="row" lang="zh-CN">
                  {name ?? town}
                </th>
                <td>{t(kind)}</td>
                <td>{before}</td>
                <td>{lately}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
