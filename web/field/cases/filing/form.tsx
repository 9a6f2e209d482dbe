import { Button } from 'antd-mobile'
import { useState } from 'react'
import { type Filing, filableCodes, type ViolationCode, violationNames } from '#contract/cases'
import { pick } from '../../../shared/i18n.ts'
import { useDraft } from '../../device/draft.ts'
import { keepAct, keepInstead } from '../../outbox/outbox.ts'
import { useOutbox } from '../../outbox/use-outbox.ts'
import { SaveBar } from '../../parts/save-bar.tsx'
import { Choices, TextBox } from '../../parts/text-field.tsx'
import { filingIn, matterOf } from './matter.ts'
import { texts } from './texts.ts'

/** What shops are filed for most; the others are one touch away. */
const usual: readonly ViolationCode[] = ['P10', 'P12', 'P14', 'P18', 'P19', 'P20']

interface Props {
  readonly about: Filing['about']
  /** The shop or the case, for the list of what is sent. */
  readonly subject: string
  /** What was written of it before: in the outcome of the visit. */
  readonly said: string
  readonly officers: readonly string[]
  readonly staffId: string
  readonly done: () => void
}

interface Draft {
  readonly violation: ViolationCode | undefined
  readonly words: string
}

/** 立案报告: which violation and what is in hand; kept with every touch, sent by the outbox once. */
export function FilingForm({ about, subject, said, officers, staffId, done }: Props) {
  const t = texts.useTexts()
  const matter = matterOf(about)
  const id = `case-filing/${staffId}/${matter}`
  const [draft, setDraft] = useDraft<Draft>(id, { violation: undefined, words: said })
  const [all, setAll] = useState(false)
  const before = filingIn(useOutbox(), about)
  if (draft === undefined) return null
  const { violation, words } = draft
  const wide = all || (violation !== undefined && !usual.includes(violation))
  const codes = wide ? [...usual, ...filableCodes.filter(code => !usual.includes(code))] : usual
  const save = async () => {
    if (violation === undefined) return
    const body: Filing = { kind: 'filing', about, violation, words: words.trim(), capturedAt: new Date().toISOString() }
    if (before?.state === 'conflict') await keepInstead(before, body)
    else await keepAct({ area: 'cases', matter, kind: 'filing', subject, what: t('title'), body, draft: id }, staffId)
    done()
  }
  const missing = [
    ...(violation === undefined ? [t('missing.violation')] : []),
    ...(words.trim() === '' ? [t('missing.words')] : []),
  ]
  return (
    <>
      <h2>{t('title')}</h2>
      <p className="quiet">{t('help')}</p>
      <Choices
        label={t('violation')}
        value={violation}
        set={chosen => setDraft({ ...draft, violation: chosen })}
        options={codes.map(code => ({ value: code, label: pick(violationNames[code].zh, violationNames[code].en) }))}
      />
      <Button block className="main-button" onClick={() => setAll(!wide)}>
        {t(wide ? 'fewer' : 'more')}
      </Button>
      <p className="quiet">{t('foreign')}</p>
      <TextBox label={t('words')} value={words} set={text => setDraft({ ...draft, words: text })} max={4_000} />
      <p>{t('officers', { names: officers.join('、') })}</p>
      <SaveBar label={t('save')} missing={missing} save={save} />
    </>
  )
}
