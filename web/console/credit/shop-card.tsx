import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FileKind, fileRoutes, gradeRoutes as routes, ruleOf, type ShopCredit } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import './credit.css'
import { Due, State } from './file-table.tsx'
import { texts } from './texts.ts'

const begins: readonly FileKind[] = ['record', 'watch', 'talk', 'model']

/** 信用 on the page of a shop: grade with its reasons, changes, files, and what can be begun. */
export function CreditCard({ licenceNo }: { licenceNo: string }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const allowed = mayUse(routes.shop, staff)
  const shop = useQuery({
    queryKey: ['credit', 'shop', licenceNo],
    enabled: allowed,
    queryFn: ({ signal }) => call(routes.shop, { params: { licenceNo }, signal }),
  })
  if (!allowed || shop.isPending) return null
  if (shop.isError) return <FailedToLoad error={shop.error} retry={() => void shop.refetch()} />
  const { credit, files } = shop.data
  const may = (kind: FileKind) =>
    mayUse(fileRoutes.open, staff) && (ruleOf(kind).open?.by.some(role => staff.roles.includes(role)) ?? false)
  return (
    <section className="card">
      <h2>{t('card.title')}</h2>
      <Grade credit={credit} />
      {files.length === 0 ? null : <h3>{t('card.files')}</h3>}
      <ul className="plain-list">
        {files.map(file => (
          <li key={file.id}>
            <Link to="/credit/$fileId" params={{ fileId: file.id }}>
              {file.id}
            </Link>{' '}
            {pick(ruleOf(file.kind).zh, ruleOf(file.kind).en)}：{pick(file.about.zh, file.about.en)} ·{' '}
            <strong>
              <State row={file} />
            </strong>{' '}
            <Due row={file} />
          </li>
        ))}
      </ul>
      <div className="credit-actions">
        {begins.filter(may).map(kind => (
          <Link key={kind} to="/credit" search={{ view: kind, shop: licenceNo }}>
            {t(`card.${kind as 'record'}`)}
          </Link>
        ))}
      </div>
    </section>
  )
}

function Grade({ credit }: { credit: ShopCredit }) {
  const t = texts.useTexts()
  const { grade, points, gradedOn, nextChange, lines, history } = credit
  if (grade === null || gradedOn === null) return <p>{t('card.none')}</p>
  return (
    <>
      <p>
        <span className="credit-grade">{t('card.grade', { grade, points, day: formatDayShort(gradedOn) })}</span>
        {nextChange === null ? null : (
          <span className="quiet small"> {t('card.next', { day: formatDayShort(nextChange) })}</span>
        )}
      </p>
      <h3>{t('card.lines')}</h3>
      {lines.length === 0 ? <p className="quiet">{t('card.noLines')}</p> : null}
      <ul className="plain-list">
        {lines.map(line => (
          <li key={line.id}>
            <Link to="/credit/$fileId" params={{ fileId: line.id }}>
              {line.id}
            </Link>{' '}
            {t('card.line', {
              what: pick(line.zh, line.en),
              points: line.points > 0 ? `+${line.points}` : line.points,
              day: formatDayShort(line.happenedOn),
              until: formatDayShort(line.until),
              half: line.halved ? t('card.half') : '',
            })}
          </li>
        ))}
      </ul>
      {history.length < 2 ? null : (
        <details>
          <summary>{t('card.history')}</summary>
          <ul className="plain-list small">
            {history.map(row => (
              <li key={row.at}>
                {formatDayShort(row.gradedOn)} {row.grade} {row.points}{' '}
                <span className="quiet">{row.policyVersion}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
