import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import {
  codeVerdictLabels,
  foldContent,
  isFoundElsewhere,
  visitRoutes as routes,
  taskRoutes,
  type VisitView,
  visitStateLabels,
} from '#contract/inspection'
import { addressOf, call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad, PageFailed } from '../app/problem-alert.tsx'
import './tasks.css'
import { texts } from './visit-texts.ts'
import { fieldWords, valueWords } from './visit-words.ts'

type NameOf = (staffId: string) => string

/** 检查经过: what two telephones told, both words where they differed, codes, pictures and signatures; opening it is a look on record. */
export function VisitPage() {
  const t = texts.useTexts()
  const { taskId } = useParams({ strict: false }) as { taskId: string }
  const visit = useQuery({
    queryKey: ['visit', taskId],
    queryFn: ({ signal }) => call(routes.visit, { params: { id: taskId }, signal }),
  })
  const task = useQuery({
    queryKey: ['task', taskId],
    queryFn: ({ signal }) => call(taskRoutes.task, { params: { id: taskId }, signal }),
  })
  if (visit.isError) return <PageFailed error={visit.error} retry={() => void visit.refetch()} />
  if (visit.isPending) return <Loading />
  const names = new Map(task.data?.candidates.map(({ id, name }) => [id, name]))
  const props = { taskId, visit: visit.data, nameOf: (id: string) => names.get(id) ?? id.slice(0, 8) }
  const { zh, en } = visitStateLabels[visit.data.state]
  return (
    <div className="page">
      <h1>
        {t('title')} {task.data?.task.shopName ?? taskId}
      </h1>
      <p className="quiet">
        {taskId} · {pick(zh, en)}
      </p>
      {visit.data.recordNo === null ? null : (
        <p>
          <a href={addressOf(routes.visitRecord.url, { id: taskId })} target="_blank" rel="noreferrer">
            {t('record')} {visit.data.recordNo}
          </a>
        </p>
      )}
      {visit.data.state === 'none' ? <p className="card">{t('none')}</p> : <Told {...props} />}
    </div>
  )
}

interface ToldProps {
  readonly taskId: string
  readonly visit: VisitView
  readonly nameOf: NameOf
}

function Told({ taskId, visit, nameOf }: ToldProps) {
  const t = texts.useTexts()
  return (
    <>
      <section className="card">
        <h2>{t('scans')}</h2>
        <ul>
          {visit.scans.map(scan => (
            <li key={`${scan.way}${scan.by}`}>
              {formatInstant(scan.capturedAt)} {nameOf(scan.by)} {t(`scan.${scan.way}`)}
              {scan.how === null ? '' : ` · ${t(`how.${scan.how}`)}`}
              {scan.reason === '' ? '' : `：${scan.reason}`}
            </li>
          ))}
        </ul>
      </section>
      <Fields visit={visit} nameOf={nameOf} />
      <Codes codes={visit.codes} />
      <section className="card">
        <h2>{t('photos')}</h2>
        {visit.photos.length === 0 ? <p>{t('photos.none')}</p> : null}
        {visit.photos.map(photo => (
          <Photo key={photo.digest} taskId={taskId} photo={photo} nameOf={nameOf} />
        ))}
      </section>
      <section className="card">
        <h2>{t('signatures')}</h2>
        <ul>
          {visit.signatures.map(one => (
            <li key={`${one.who}${one.by}${one.digest}`}>
              {t(`who.${one.who}`)} {one.who === 'officer' ? nameOf(one.by) : ''}{' '}
              <span className="quiet">
                SM3 {one.digest.slice(0, 8)} {one.digest === visit.digest ? t('signed.now') : t('signed.before')}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** What stands of each field, and beneath it every word that was told about it. */
function Fields({ visit, nameOf }: Pick<ToldProps, 'visit' | 'nameOf'>) {
  const t = texts.useTexts()
  const content = foldContent(visit.lines)
  const byField = Map.groupBy(visit.lines, ({ field }) => field)
  return (
    <section className="card">
      <h2>{t('fields')}</h2>
      <dl className="visit-fields">
        {[...byField].map(([field, lines]) => (
          <div key={field}>
            <dt>{fieldWords(field)}</dt>
            <dd>
              {content.fields[field] === undefined ? <strong>{t('open')}</strong> : valueWords(content.fields[field])}
              {lines.length < 2 ? null : (
                <ul className="quiet small">
                  {lines.map((line, n) => (
                    <li key={`${line.kind}${String(n)}`}>
                      {nameOf(line.by)}：
                      {line.kind === 'enter'
                        ? valueWords(line.value)
                        : t('chosen', { name: nameOf(line.side), reason: line.reason })}
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Codes({ codes }: { codes: VisitView['codes'] }) {
  const t = texts.useTexts()
  if (codes.length === 0) return null
  return (
    <section className="card">
      <h2>{t('codes')}</h2>
      <ul>
        {codes.map(({ code, verdict, licenceNo, sortedOn }) => (
          <li key={code} className={isFoundElsewhere(verdict) ? 'task-late' : ''}>
            <code>{code}</code> {pick(codeVerdictLabels[verdict].zh, codeVerdictLabels[verdict].en)}
            {licenceNo === null ? '' : ` · ${licenceNo} · ${sortedOn ?? ''}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A picture is shown when asked for: each look is on record. */
function Photo({
  taskId,
  photo,
  nameOf,
}: Pick<ToldProps, 'taskId' | 'nameOf'> & { photo: VisitView['photos'][number] }) {
  const t = texts.useTexts()
  const look = useMutation({
    mutationFn: () => call(routes.visitPhoto, { params: { id: taskId, digest: photo.digest } }),
    gcTime: 0,
  })
  return (
    <figure className="visit-photo">
      {look.data === undefined ? (
        <Button loading={look.isPending} onClick={() => look.mutate()}>
          {t('photo.open')}
        </Button>
      ) : (
        <img
          src={`data:image/jpeg;base64,${look.data.jpeg}`}
          alt={t('photo.alt', { digest: photo.digest.slice(0, 8) })}
        />
      )}
      <figcaption className="quiet small">
        {formatInstant(photo.capturedAt)} {nameOf(photo.by)} · SM3 {photo.digest}
      </figcaption>
      {look.isError ? <FailedToLoad error={look.error} retry={() => look.reset()} /> : null}
    </figure>
  )
}
