import { useQuery } from '@tanstack/react-query'
import { graphRoutes } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { purposeWord } from './gate.tsx'
import { texts } from './texts.ts'

/** 调阅记录 */
export function Looks() {
  const t = texts.useTexts()
  const language = useLanguage()
  const looks = useQuery({
    queryKey: ['graphLooks'],
    queryFn: ({ signal }) => call(graphRoutes.listAccesses, { signal }),
  })
  if (looks.isError) return <FailedToLoad error={looks.error} retry={() => void looks.refetch()} />
  if (looks.isPending) return <Loading />
  if (looks.data.items.length === 0) return <p>{t('looks.none')}</p>
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{t('tab.looks')}</caption>
      <thead>
        <tr>
          {(['looks.who', 'purpose', 'matterNo', 'looks.at', 'looks.count', 'looks.full'] as const).map(head => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {looks.data.items.map(one => (
          <tr key={one.id}>
            <th scope="row" lang="zh-CN">
              {one.staff}
            </th>
            <td>{purposeWord(one.purpose)}</td>
            <td lang="zh-CN">
              {one.matterNo} {one.note}
            </td>
            <td>{formatInstant(one.openedAt, language)}</td>
            <td>{one.looked}</td>
            <td>{one.revealed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
