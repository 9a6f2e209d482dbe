import { useEffect } from 'react'
import { useLanguage } from '../../shared/language.ts'
import { folderOf, type Voice } from '../../shared/voices.ts'
import { usePreferences } from '../preferences.ts'
import type { PromptKey } from './prompts.ts'

/** Address of the sound of one prompt. */
const soundOf = (key: PromptKey, voice: Voice): string =>
  `${import.meta.env.BASE_URL}speech/${folderOf(voice)}${key}.ogg`

/**
 * Says the prompt when it changes, and again when another voice is chosen; in Chinese only, so not over an English
 * page. The screen itself is the caption.
 */
export function useSpeech(key: PromptKey | null): void {
  const language = useLanguage()
  const { muted, voice, volume } = usePreferences()
  useEffect(() => {
    if (key === null || muted || language !== 'zh') return
    const sound = new Audio(soundOf(key, voice))
    sound.volume = volume
    // A browser that wants a touch first stays silent; everything said is also written.
    sound.play().catch(() => {})
    return () => {
      sound.pause()
      sound.removeAttribute('src')
    }
  }, [key, muted, voice, volume, language])
}
