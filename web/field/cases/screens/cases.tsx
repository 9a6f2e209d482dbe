import { formatDayShort } from '../../../shared/format.ts'
import { pick } from '../../../shared/i18n.ts'
import type { AreaProps } from '../../app/area.ts'
import { ActState, StateMark } from '../../parts/act-state.tsx'
import type { CasesDay } from '../area.ts'
import { recordKindOf } from '../given.ts'
import { texts } from '../texts.ts'
import { useCases } from '../use-cases.ts'
import { CaseScreen } from './case.tsx'
import { ConfirmScreen } from './confirm.tsx'
import { FilingScreen } from './filing.tsx'
import { RecordScreen } from './record.tsx'

/** 办案: my cases, one case, its record step by step, or a colleague's record to sign. */
export function CasesScreen({ kept, staff, outbox, place, go }: AreaProps<CasesDay>) {
  const [page, no, part, step] = place
  const day = useCases(kept)
  const one = day.cases.find(each => each.no === no)
  if (one === undefined) return <ListScreen day={day} outbox={outbox} go={go} />
  const given = { one, day, staff, outbox, go }
  if (page === 'filing') return <FilingScreen {...given} />
  if (page === 'record')
    return <RecordScreen key={`${no}${part}`} {...given} kind={recordKindOf(part)} step={Number(step ?? 1)} />
  const record = one.records.find(({ id }) => id === part)
  return page === 'confirm' && record?.content ? (
    <ConfirmScreen {...given} record={record} content={record.content} />
  ) : (
    <CaseScreen {...given} />
  )
}

function ListScreen({ day, outbox, go }: { day: CasesDay } & Pick<AreaProps<CasesDay>, 'outbox' | 'go'>) {
  const t = texts.useTexts()
  // 立案报告 whose case is not among these yet.
  const filings = outbox.filter(
    ({ kind, matter }) => kind === 'filing' && !day.cases.some(({ no, taskId }) => no === matter || taskId === matter),
  )
  return (
    <>
      <h1>{t('list.title')}</h1>
      {day.certificateNo === null ? (
        <p className="fault" role="alert">
          {t('uncertified')}
        </p>
      ) : null}
      <p className="quiet">{t('list.two')}</p>
      {filings.map(row => (
        <div key={row.id} className="card">
          <strong>{row.subject}</strong>
          <p>
            <ActState row={row} />
          </p>
        </div>
      ))}
      {day.cases.length === 0 && filings.length === 0 ? <p className="card">{t('list.none')}</p> : null}
      <ol className="stops">
        {day.cases.map(one => {
          const last = outbox.findLast(row => row.matter === one.no)
          const waiting = one.records.some(({ content }) => content !== null)
          return (
            <li key={one.no}>
              <button type="button" className="stop" onClick={() => go(`case/${one.no}`)}>
                <span className="stop-words">
                  <strong>{one.about}</strong>
                  <span>
                    {one.no} · {one.party}
                  </span>
                  <span className="quiet">
                    {pick(one.state.zh, one.state.en)}
                    {one.dueOn === null || one.dueClock === null
                      ? ''
                      : ` · ${t('due', { day: formatDayShort(one.dueOn), what: pick(one.dueClock.zh, one.dueClock.en) })}`}
                  </span>
                  {last !== undefined && last.state !== 'received' ? (
                    <ActState row={last} />
                  ) : waiting ? (
                    <StateMark state="conflict" words={t('awaitsMe')} />
                  ) : null}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </>
  )
}
