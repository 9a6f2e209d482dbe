import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { editorRoutes, parsePasted } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { FileField } from '../app/file-field.tsx'
import { Refused } from '../app/refused.tsx'
import { Line } from './field-line.tsx'
import './law-library.css'
import { Preview } from './preview.tsx'
import { readTextFile } from './read-text-file.ts'
import { texts } from './texts.ts'
import { useLawAct } from './use-library.ts'

const empty = { title: '', textOf: '', effective: '', source: '', why: '', body: '' }

/** 起草法规文本: pasted or from a file, taken apart into chapters and articles by the server's own rule while one writes. */
export function EditorPage() {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const id = useId()
  const [fields, setFields] = useState(empty)
  const [fileFault, setFileFault] = useState(false)
  const set = (field: keyof typeof empty) => (value: string) => setFields({ ...fields, [field]: value })
  const articles = parsePasted(useDeferredValue(fields.body))
  const save = useLawAct(
    () => call(editorRoutes.draftLaw, { body: fields }),
    fresh => {
      const [mine] = fresh.items.filter(item => item.mine && item.title.endsWith(fields.title) && item.state === 'open')
      void (mine ? navigate({ to: '/law/drafts/$id', params: { id: String(mine.id) } }) : navigate({ to: '/law' }))
    },
  )
  const load = async (file: File | undefined) => {
    if (!file) return
    const body = await readTextFile(file)
    setFileFault(body === undefined)
    if (body !== undefined) setFields({ ...fields, body })
  }
  return (
    <div className="page">
      <h1>{t('new')}</h1>
      <p className="quiet">{t('new.help')}</p>
      <div className="law-editor">
        <form
          aria-label={t('new')}
          onSubmit={event => {
            event.preventDefault()
            save.mutate(undefined)
          }}
        >
          <Line label={t('law.name')} value={fields.title} set={set('title')} />
          <Line label={t('textOf')} type="date" value={fields.textOf} set={set('textOf')} />
          <Line label={t('effective')} type="date" value={fields.effective} set={set('effective')} />
          <Line label={t('source.ask')} value={fields.source} set={set('source')} />
          <Line label={t('why')} value={fields.why} set={set('why')} />
          <div className="field">
            <FileField label={t('file')} accept=".txt,.md,.docx" onFiles={([file]) => void load(file)} />
            {fileFault ? <p className="tone-overdue">{t('file.fault')}</p> : null}
          </div>
          <div className="field">
            <label htmlFor={`${id}-body`}>{t('body')}</label>
            <Input.TextArea
              id={`${id}-body`}
              rows={14}
              maxLength={600_000}
              value={fields.body}
              onChange={event => set('body')(event.target.value)}
            />
          </div>
          <Refused error={save.error} />
          <Button
            type="primary"
            htmlType="submit"
            loading={save.isPending}
            disabled={Object.values(fields).some(value => value.trim() === '')}
          >
            {t('save')}
          </Button>
          <p className="quiet small">{t('save.help')}</p>
        </form>
        <Preview articles={articles} />
      </div>
    </div>
  )
}
