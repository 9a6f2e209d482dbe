import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { messageRoutes as routes, type ToldWay, toldWays, type UnreachedView } from '#contract/access'
import { call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { PlainTable } from '../table/plain-table.tsx'
import { texts, whyWords } from './texts.ts'

const key = ['unreached']
const ways = Object.entries(toldWays) as [ToldWay, { zh: string; en: string }][]

/** 没有送达的到期提醒 in the work list: whoever tells the shop says how, and it is off the list. */
export function Unreached() {
  const t = texts.useTexts()
  const allowed = mayUse(routes.unreached, useStaff())
  const queries = useQueryClient()
  const list = useQuery({
    queryKey: key,
    enabled: allowed,
    queryFn: ({ signal }) => call(routes.unreached, { signal }),
  })
  const tell = useMutation({
    mutationFn: ({ id, how }: { id: string; how: ToldWay }) => call(routes.noteTold, { params: { id }, body: { how } }),
    onSuccess: fresh => queries.setQueryData(key, fresh),
    onError: () => queries.invalidateQueries({ queryKey: key }),
  })
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  const items = list.data?.items ?? []
  if (items.length === 0) return null
  return (
    <div className="work-part">
      <h2>{t('unreached')}</h2>
      <p className="quiet small">{t('unreached.help')}</p>
      {tell.isError ? <FailedToLoad error={tell.error} retry={() => tell.reset()} /> : null}
      <PlainTable caption={t('unreached')} heads={[t('shop'), t('town'), t('validTo'), t('why'), t('toldHow')]}>
        {items.map(item => (
          <Row key={item.id} item={item} busy={tell.isPending} onTold={how => tell.mutate({ id: item.id, how })} />
        ))}
      </PlainTable>
    </div>
  )
}

function Row({ item, busy, onTold }: { item: UnreachedView; busy: boolean; onTold: (how: ToldWay) => void }) {
  const language = useLanguage()
  return (
    <tr>
      <td>
        <Link to="/retailers/$licenceNo" params={{ licenceNo: item.licenceNo }}>
          {item.shopName}
        </Link>
        <div className="quiet small">{item.licenceNo}</div>
      </td>
      <td>{item.townName}</td>
      <td>{formatDay(item.validTo, language)}</td>
      <td>{whyWords(item.error)}</td>
      <td>
        <div className="buttons">
          {ways.map(([how, { zh, en }]) => (
            <Button key={how} disabled={busy} onClick={() => onTold(how)}>
              {pick(zh, en, language)}
              <span className="visually-hidden"> {item.shopName}</span>
            </Button>
          ))}
        </div>
      </td>
    </tr>
  )
}
