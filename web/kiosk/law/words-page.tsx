import { useState } from 'react'
import { Frame, type PageProps } from '../frame/frame.tsx'
import './law.css'
import { lawTexts } from './texts.ts'
import { toggled, type Word, words } from './words.ts'

interface Props extends PageProps {
  readonly back: () => void
  readonly find: (words: readonly Word[]) => void
}

/** One or two words on large keys. */
export function WordsPage({ kiosk, send, back, find }: Props) {
  const t = lawTexts.useTexts()
  const [chosen, setChosen] = useState<readonly Word[]>([])
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('words')}
      say="lawWords"
      back={back}
      main={chosen.length === 0 ? undefined : { label: t('find'), press: () => find(chosen) }}
    >
      <ul className="law-keys" lang="zh-CN">
        {words.map(word => (
          <li key={word}>
            <button
              type="button"
              className="choice law-key"
              aria-pressed={chosen.includes(word)}
              onClick={() => setChosen(toggled(chosen, word))}
            >
              {word}
            </button>
          </li>
        ))}
      </ul>
      <p aria-live="polite">{chosen.length === 0 ? '' : t('chosen', { words: chosen.join('、') })}</p>
    </Frame>
  )
}
