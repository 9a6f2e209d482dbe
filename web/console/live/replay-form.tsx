import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { LiveDeskLine } from '#contract/outreach'
import { clockOf } from '../../shared/format.ts'
import { FileField } from '../app/file-field.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { useStep } from './use-live.ts'

/** `2:05 怎么摆放`, one a line; the number of the first line that is none. */
function readChapters(text: string): { at: number; title: string }[] | number {
  const chapters = []
  for (const [n, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, minutes, seconds, title] = /^\s*(\d{1,4})[:：]([0-5]\d)\s+(\S.*)$/u.exec(line) ?? []
    if (title === undefined) return n + 1
    chapters.push({ at: Number(minutes) * 60 + Number(seconds), title: title.trim() })
  }
  return chapters
}

/** Chapters and captions of a replay: written by a person. */
export function ReplayForm({ item }: { item: LiveDeskLine }) {
  const t = texts.useTexts()
  const id = useId()
  const step = useStep(item.id, item.version)
  const [chapters, setChapters] = useState(item.chapters.map(({ at, title }) => `${clockOf(at)} ${title}`).join('\n'))
  const [captions, setCaptions] = useState(item.captions ?? '')
  const read = readChapters(chapters)
  const save = () => typeof read !== 'number' && step.mutate({ event: 'prepare', chapters: read, captions })
  return (
    <div className="live-form">
      <label htmlFor={`${id}-chapters`}>{t('chapters')}</label>
      <Input.TextArea
        id={`${id}-chapters`}
        rows={3}
        value={chapters}
        onChange={event => setChapters(event.target.value)}
      />
      {typeof read === 'number' ? (
        <p className="missing" role="alert">
          {t('chaptersWrong', { line: read })}
        </p>
      ) : null}
      <label htmlFor={`${id}-captions`}>{t('captions')}</label>
      <Input.TextArea
        id={`${id}-captions`}
        rows={4}
        maxLength={200_000}
        value={captions}
        onChange={event => setCaptions(event.target.value)}
      />
      <FileField label={t('upload')} accept=".vtt,text/vtt" onFiles={([file]) => void file?.text().then(setCaptions)} />
      <div>
        <Button disabled={typeof read === 'number'} loading={step.isPending} onClick={save}>
          {t('prepare')}
        </Button>
      </div>
      {step.isError ? <FailedToLoad error={step.error} retry={save} /> : null}
    </div>
  )
}
