import { useCallback, useEffect, useState } from 'react'
import type { DocumentLine, DocumentList, DocumentView } from '#contract/licensing'
import { Problem } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { DocumentPicture, type Opened } from './document-picture.tsx'
import type { DocumentDoor } from './door.ts'
import type { DocumentQuestion } from './question.ts'
import { type Sending, sendFile, startSending } from './send-file.ts'
import { shrunk } from './shrink.ts'
import { documentTexts } from './texts.ts'
import './documents.css'

interface Props {
  door: DocumentDoor
  question: DocumentQuestion
  /** Where the application needs nothing, nothing is drawn until somebody asks for it. */
  onlyWhenAsked?: boolean
  /** The list has its height now, or will have none: what stands below it no longer moves. */
  onSettled?: () => void
}

/** Everything that is not a problem of a call is a fault of ours and falls through to the page's shelter. */
const problemIn = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  throw error
}

/** 材料清单: what is needed and what has come, line by line; each line takes a photo or a file. */
export function DocumentPanel({ door, question, onlyWhenAsked = false, onSettled }: Props) {
  const t = documentTexts.useTexts()
  const [list, setList] = useState<DocumentList>()
  const [problem, setProblem] = useState<Problem>()
  const asked = JSON.stringify(question)
  const load = useCallback(() => {
    door.list(JSON.parse(asked) as DocumentQuestion).then(
      got => {
        setList(got)
        setProblem(undefined)
      },
      error => setProblem(problemIn(error)),
    )
  }, [door, asked])
  useEffect(load, [load])
  const settled = list !== undefined || problem !== undefined
  useEffect(() => {
    if (settled) onSettled?.()
  }, [settled, onSettled])
  if (!list) return problem ? <Trouble problem={problem} /> : <p role="status">{t('loading')}</p>
  const wanted = list.lines.some(({ state }) => state === 'missing' || state === 'given')
  if (onlyWhenAsked && !wanted && list.asked.length === 0) return null
  return (
    <section className="documents" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {list.asked.length === 0 ? null : (
        <div className="documents-asked">
          <strong>{t('asked')}</strong>
          <ol>
            {list.asked.map(point => (
              <li key={point.what}>
                {point.what}：{point.how}
              </li>
            ))}
          </ol>
          <p>{t('askedHelp')}</p>
        </div>
      )}
      {list.open ? <p>{t('help')}</p> : <p>{t('closed')}</p>}
      {problem ? <Trouble problem={problem} /> : null}
      <ul className="documents-lines">
        {list.lines.map(line => (
          <Line key={line.kind} {...{ line, door, question, open: list.open, load }} />
        ))}
      </ul>
    </section>
  )
}

function Trouble({ problem }: { problem: Problem }) {
  return (
    <p className="documents-asked" role="alert">
      <strong>{problem.title}</strong> {problem.next}
    </p>
  )
}

interface LineProps {
  line: DocumentLine
  door: DocumentDoor
  question: DocumentQuestion
  open: boolean
  load: () => void
}

function Line({ line, door, question, open, load }: LineProps) {
  const t = documentTexts.useTexts()
  const [share, setShare] = useState<number>()
  const [stuck, setStuck] = useState<Sending>()
  const [problem, setProblem] = useState<Problem>()
  const name = pick(line.name, line.nameEn)
  const send = (sending: Sending) => {
    setProblem(undefined)
    setStuck(undefined)
    setShare(0)
    sendFile(door, sending, { matter: question, kind: line.kind, onProgress: setShare })
      .then(load, error => {
        const found = problemIn(error)
        setProblem(found)
        // What the server refused by name is not sent again; what the network broke goes on.
        if (found.unreachable) setStuck(sending)
      })
      .finally(() => setShare(undefined))
  }
  const choose = (file: File | undefined) => {
    if (file) void shrunk(file).then(bytes => send(startSending(bytes)))
  }
  return (
    <li className="documents-line">
      <div className="documents-head">
        <strong>{name}</strong>
        <span className={`documents-state-${line.state}`}>{t(line.state)}</span>
      </div>
      {line.state === 'fetched' ? null : <p>{pick(line.hint, line.hintEn)}</p>}
      {line.documents.map((given, at) => (
        <Page
          key={given.documentId}
          {...{ given, n: at + 1, door, name, load }}
          removable={question.applicationNo === null}
        />
      ))}
      {problem ? <Trouble problem={problem} /> : null}
      {share === undefined ? null : <p role="status">{t('sending', { percent: Math.round(share * 100) })}</p>}
      {stuck ? (
        <button type="button" className="documents-button" onClick={() => send(stuck)}>
          {t('again')}
        </button>
      ) : null}
      {open && line.state !== 'fetched' && share === undefined ? (
        <span className="documents-file">
          <input
            type="file"
            accept="image/*,application/pdf"
            aria-label={t('chooseFor', { name })}
            onChange={event => {
              choose(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <span aria-hidden="true">{t(line.documents.length === 0 ? 'choose' : 'more')}</span>
        </span>
      ) : null}
    </li>
  )
}

interface PageProps {
  given: DocumentView
  n: number
  door: DocumentDoor
  name: string
  removable: boolean
  load: () => void
}

function Page({ given, n, door, name, removable, load }: PageProps) {
  const t = documentTexts.useTexts()
  const [opened, setOpened] = useState<Opened>()
  const [problem, setProblem] = useState<Problem>()
  const { documentId, bytes, channel, channelEn } = given
  const size =
    bytes < 1_000_000
      ? t('kilobytes', { n: Math.ceil(bytes / 1000) })
      : t('megabytes', { n: (bytes / 1_000_000).toFixed(1) })
  const look = () => door.content(documentId).then(setOpened, error => setProblem(problemIn(error)))
  return (
    <>
      <div className="documents-page">
        <span>
          {t('page', { n, size })} {t('from', { channel: pick(channel, channelEn) })}
        </span>
        <button
          type="button"
          className="documents-button"
          onClick={() => (opened ? setOpened(undefined) : void look())}
        >
          {t(opened ? 'hide' : 'look')}
        </button>
        {removable ? (
          <button
            type="button"
            className="documents-button"
            onClick={() => void door.remove(documentId).then(load, error => setProblem(problemIn(error)))}
          >
            {t('remove')}
          </button>
        ) : null}
      </div>
      {problem ? <Trouble problem={problem} /> : null}
      {opened ? <DocumentPicture opened={opened} name={name} /> : null}
    </>
  )
}
