import { Button, Input } from 'antd'
import { useState } from 'react'
import { type AgendaProposal, matterKinds } from '#contract/partners'
import { pick } from '../../shared/i18n.ts'
import { texts } from './texts.ts'

type Line = AgendaProposal['lines'][number]

interface Props {
  readonly lines: readonly Line[]
  readonly take: (line: Line) => void
  readonly add: (words: string) => void
}

/** 议程: each line says why it is there; a person takes out and adds. */
export function AgendaLines({ lines, take, add }: Props) {
  const t = texts.useTexts()
  const [words, setWords] = useState('')
  return (
    <section aria-label={t('agenda')}>
      <h2>{t('agenda')}</h2>
      <ol>
        {lines.map(line => (
          <li key={`${line.kind}${line.ref}${line.words}`}>
            <span lang="zh-CN">
              {pick(matterKinds[line.kind].zh, matterKinds[line.kind].en)} {line.ref} {line.words}
            </span>{' '}
            <span className="quiet" lang="zh-CN">
              {line.why}
            </span>{' '}
            <Button size="small" aria-label={`${t('take')} ${line.ref}${line.words}`} onClick={() => take(line)}>
              {t('take')}
            </Button>
          </li>
        ))}
      </ol>
      <div className="coop-row">
        <Input
          className="grow"
          aria-label={t('agenda.own')}
          placeholder={t('agenda.own')}
          maxLength={200}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
        <Button
          disabled={words.trim().length < 2}
          onClick={() => {
            add(words.trim())
            setWords('')
          }}
        >
          {t('add')}
        </Button>
      </div>
    </section>
  )
}
