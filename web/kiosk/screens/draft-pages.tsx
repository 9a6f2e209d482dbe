import { useState } from 'react'
import { type DraftRow, draftCodeLetters, type SavedDraft, spokenDraftCode } from '#contract/licensing'
import { Choices } from '../../services/kit/button.tsx'
import { CodePad } from '../../services/kit/code-pad.tsx'
import { NumberPad } from '../../services/kit/number-pad.tsx'
import { dayOfInstant, formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import './draft-pages.css'

/** 已保存: the code to write down, the QR to photograph. */
export function SavedPage({ kiosk, send, draft }: PageProps & { draft: SavedDraft }) {
  const t = texts.useTexts()
  const leave = { label: t('exit'), press: () => send({ is: 'exit' }) }
  return (
    <Frame kiosk={kiosk} send={send} title={t('savedTitle')} say="saved" tone="good" main={leave}>
      <p className="draft-code">{spokenDraftCode(draft.code)}</p>
      <img
        className="draft-qr"
        alt={t('savedQr')}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(draft.qrSvg)}`}
      />
      <p>{t('savedHint', { day: formatDay(dayOfInstant(draft.expiresAt)) })}</p>
      <p>{t('savedOwn')}</p>
    </Frame>
  )
}

/** 继续办理: the own drafts, found by the card. */
export function DraftsPage({ kiosk, send, drafts }: PageProps & { drafts: readonly DraftRow[] }) {
  const t = texts.useTexts()
  const last = (draft: DraftRow) => draft.history.at(-1)
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(drafts.length === 0 ? 'draftsNone' : 'draftsTitle')}
      say="drafts"
      back={() => send({ is: 'back' })}
      other={{ label: t('draftCodeOpen'), press: () => send({ is: 'draftCodeWanted' }) }}
    >
      <Choices
        choices={drafts.slice(0, 5).map(draft => ({
          key: draft.code,
          label: pick(draft.serviceLabel, draft.serviceLabelEn),
          detail:
            t('draftDetail', {
              code: spokenDraftCode(draft.code),
              channel: pick(last(draft)?.channelLabel ?? '', last(draft)?.channelLabelEn ?? ''),
              day: formatDay(dayOfInstant(draft.expiresAt)),
            }) + (draft.documents > 0 ? t('draftPapers', { n: draft.documents }) : ''),
        }))}
        onChoose={code => send({ is: 'draftChosen', code })}
      />
    </Frame>
  )
}

/** 草稿码: typed from the slip of paper; it opens with this person's card only. */
export function DraftCodePage({ kiosk, send, wrong }: PageProps & { wrong: boolean }) {
  const t = texts.useTexts()
  const [typed, setTyped] = useState('')
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('draftCodeTitle')}
      say="draftCode"
      back={() => send({ is: 'back' })}
      main={{ label: t('draftCodeDone'), press: () => send({ is: 'draftCodeTyped', typed }) }}
    >
      <p>{t('draftCodeHint')}</p>
      <CodePad
        label={t('draftCodeLabel')}
        letters={draftCodeLetters}
        length={8}
        typed={typed}
        error={wrong ? t('draftCodeWrong') : undefined}
        onChange={setTyped}
      />
    </Frame>
  )
}

/** 帮办员到场: six digits from the helper's own account. */
export function HelperCodePage({ kiosk, send, wrong }: PageProps & { wrong: boolean }) {
  const t = texts.useTexts()
  const [digits, setDigits] = useState('')
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('helperTitle')}
      say="helperCode"
      back={() => send({ is: 'back' })}
      main={{ label: t('helperDone'), press: () => send({ is: 'helperCodeTyped', code: digits }) }}
    >
      <p>{t('helperHint')}</p>
      <NumberPad
        label={t('helperCode')}
        digits={digits}
        error={wrong ? t('helperWrong') : undefined}
        onChange={setDigits}
      />
    </Frame>
  )
}
