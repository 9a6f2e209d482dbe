import { useState } from 'react'
import { fileRoutes, type MyCredit, gradeRoutes as routes } from '#contract/credit'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { formatDay, formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { Ask } from './ask.tsx'
import { texts } from './texts.ts'

type Shop = MyCredit['items'][number]
type Days = Readonly<Record<'objection' | 'repair', number>>

/** One shop: what stands about it, what was asked, and what may be asked now. */
export function ShopCredit({ shop, days, again }: { shop: Shop; days: Days; again: () => void }) {
  const t = texts.useTexts()
  const { credit, records, requests, papers } = shop
  return (
    <section>
      <h2>{credit.shopName}</h2>
      <ul className="mine">
        <li>
          <strong>
            {credit.grade === null || credit.gradedOn === null
              ? t('ungraded')
              : t('grade', { grade: credit.grade, points: credit.points, day: formatDayShort(credit.gradedOn) })}
          </strong>
          {credit.lines.map(line => (
            <span key={line.id}>
              {t('line', {
                what: pick(line.zh, line.en),
                points: line.points > 0 ? `+${line.points}` : line.points,
                until: formatDayShort(line.until),
              })}
              {line.halved ? t('half') : ''}
            </span>
          ))}
        </li>
      </ul>
      <h3>{t('records')}</h3>
      {records.length === 0 ? <p>{t('noRecords')}</p> : null}
      <ul className="mine">
        {records.map(record => (
          <OneRecord key={record.id} record={record} days={days} again={again} />
        ))}
      </ul>
      <Requests requests={requests} />
      {papers.length === 0 ? null : <h3>{t('papers')}</h3>}
      {papers.map(paper => (
        <Paper key={paper.id} paper={paper} />
      ))}
      <Model shop={shop} again={again} />
    </section>
  )
}

function OneRecord({ record, days, again }: { record: Shop['records'][number]; days: Days; again: () => void }) {
  const t = texts.useTexts()
  const ask = (kind: 'objection' | 'repair') => (words: string, idempotencyKey: string) =>
    callFromPortal(routes.ask, { body: { kind, about: record.id, words }, idempotencyKey })
  return (
    <li>
      <strong>
        {pick(record.zh, record.en)} · {pick(record.stateZh, record.stateEn)}
      </strong>
      <span>
        {record.id} · {formatDay(record.on)}
      </span>
      <span>{record.words}</span>
      {record.mayObject ? (
        <Ask
          label={t('object')}
          why={t('object.why')}
          note={t('object.days', { days: days.objection })}
          send={ask('objection')}
          done={again}
        />
      ) : null}
      {record.mayRepair ? (
        <Ask
          label={t('repair')}
          why={t('repair.why')}
          note={t('repair.days', { days: days.repair })}
          send={ask('repair')}
          done={again}
        />
      ) : null}
    </li>
  )
}

function Requests({ requests }: Pick<Shop, 'requests'>) {
  const t = texts.useTexts()
  if (requests.length === 0) return null
  return (
    <>
      <h3>{t('requests')}</h3>
      <ul className="mine">
        {requests.map(request => (
          <li key={request.id}>
            <strong>
              {pick(request.zh, request.en)} · {pick(request.stateZh, request.stateEn)}
            </strong>
            <span>
              {request.id} → {request.about}
            </span>
            {request.dueOn === null ? null : <span>{t('due', { day: formatDay(request.dueOn) })}</span>}
            {request.answer === '' ? null : <span>{t('answer', { words: request.answer })}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The sheet is fetched as the citizen, whoever else is signed in in this browser. */
function Paper({ paper }: { paper: Shop['papers'][number] }) {
  const [page, setPage] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const title = `${paper.title} ${paper.number}`
  const fetchIt = () =>
    callFromPortal(fileRoutes.paper, { params: { paperId: paper.id } }).then(
      sheet => setPage(URL.createObjectURL(sheet)),
      error => setProblem(problemIn(error)),
    )
  return (
    <>
      <ProblemNote problem={problem} />
      <div className="buttons">
        {page === undefined ? (
          <button type="button" className="act plain" onClick={() => void fetchIt()}>
            {title}
          </button>
        ) : (
          <a className="act" href={page} target="_blank" rel="noreferrer" download={`${paper.title}.pdf`}>
            PDF · {title}
          </a>
        )}
      </div>
    </>
  )
}

function Model({ shop: { model, credit }, again }: { shop: Shop; again: () => void }) {
  const t = texts.useTexts()
  if (model.state === null && !model.mayNominate) return null
  return (
    <>
      <h3>{t('model')}</h3>
      {model.state === null ? (
        <Ask
          label={t('nominate')}
          why={t('nominate.why')}
          note=""
          send={(words, idempotencyKey) =>
            callFromPortal(routes.nominate, { body: { licenceNo: credit.licenceNo, words }, idempotencyKey })
          }
          done={again}
        />
      ) : (
        <p>{t('model.state', { state: pick(model.stateZh, model.stateEn) })}</p>
      )}
    </>
  )
}
