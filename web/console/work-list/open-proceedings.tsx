import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { caseRoutes } from '#contract/cases'
import { type OpenProceeding, proceedingRoutes as routes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { lawText } from '../../shared/law-text.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { PlainTable } from '../table/plain-table.tsx'
import { texts } from './texts.ts'

/** 依职权办理 in the work list: what officers began and what the decision of a case proposes; 我的 is what waits for this officer. */
export function OpenProceedings({ mine }: { mine: boolean }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const allowed = mayUse(routes.openProceedings, staff)
  const list = useQuery({
    queryKey: ['openProceedings'],
    enabled: allowed,
    queryFn: ({ signal }) => call(routes.openProceedings, { signal }),
    refetchInterval: 60_000,
  })
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  const items = (list.data?.items ?? []).filter(({ next }) => !mine || next !== null)
  if (items.length === 0) return null
  const heads = ['shop', 'matter', 'stateOf', 'next', 'townOf', 'since'] as const
  return (
    <div className="work-part">
      <h2>{t('proceedings')}</h2>
      <PlainTable caption={t('proceedings')} heads={heads.map(head => t(head))}>
        {items.map(item => (
          <Row key={item.proceedingNo} item={item} />
        ))}
      </PlainTable>
    </div>
  )
}

function Row({ item }: { item: OpenProceeding }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const mayOpenCase = mayUse(caseRoutes.list, useStaff())
  return (
    <tr>
      <td>
        <Link to="/retailers/$licenceNo" params={{ licenceNo: item.licenceNo }} hash="proceedings">
          {item.shopName}
        </Link>
        <div className="quiet small">{item.licenceNo}</div>
      </td>
      <td>
        {pick(item.label, item.labelEn, language)}
        <div className="quiet small">{item.basis.map(basis => lawText(basis, language)).join('、')}</div>
        {item.caseNo === null ? null : (
          <div className="small">
            {t('ofCase')}{' '}
            {mayOpenCase ? (
              <Link to="/cases/$no" params={{ no: item.caseNo }}>
                {item.caseNo}
              </Link>
            ) : (
              item.caseNo
            )}
          </div>
        )}
      </td>
      <td>
        {pick(item.stateLabel, item.stateLabelEn, language)}
        {item.answerBy === null ? null : (
          <div className="quiet small">{t('answerBy', { day: formatDay(item.answerBy, language) })}</div>
        )}
      </td>
      <td>{item.next === null ? t('others') : pick(item.next.label, item.next.labelEn, language)}</td>
      <td>{item.townName}</td>
      <td>{formatDay(item.openedOn, language)}</td>
    </tr>
  )
}
