import { useEffect, useState } from 'react'
import { texts } from './texts.ts'

const canSpeak = 'speechSynthesis' in globalThis

/** 读给我听: by the voice of the telephone itself; nothing is sent anywhere. A telephone without one shows no button. */
export function ReadAloud({ text }: { text: string }) {
  const t = texts.useTexts()
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => () => void (canSpeak && speechSynthesis.cancel()), [])
  if (!canSpeak) return null
  const toggle = () => {
    speechSynthesis.cancel()
    if (speaking) return setSpeaking(false)
    const words = new SpeechSynthesisUtterance(text)
    words.lang = 'zh-CN'
    words.rate = 0.9
    words.onend = () => setSpeaking(false)
    words.onerror = () => setSpeaking(false)
    speechSynthesis.speak(words)
    setSpeaking(true)
  }
  return (
    <p className="law-voice no-print">
      <button type="button" className="law-aloud" aria-pressed={speaking} onClick={toggle}>
        {t(speaking ? 'silence' : 'aloud')}
      </button>
      <span className="quiet">{t('aloud.whose')}</span>
    </p>
  )
}
