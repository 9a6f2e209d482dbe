import { useState } from 'react'
import { FileChoice } from '../app/file-choice.tsx'
import { keepLoaded } from '../app/keep-for-offline.ts'
import { texts } from './texts.ts'

const kinds = ['QRCode'] as const

interface Props {
  readonly found: (text: string) => void
  /** What the button and the failure say where the code is not a licence's. */
  readonly label?: string
  readonly unread?: string
}

/** 拍照认码: the picture is read on this telephone and goes nowhere. The reader is fetched when somebody takes one. */
export function PhotoReader({ found, label, unread }: Props) {
  const t = texts.useTexts()
  const [state, setState] = useState<'idle' | 'reading' | 'unread'>('idle')
  const look = async (file: File | undefined) => {
    if (file === undefined) return
    setState('reading')
    try {
      const [{ loadReader }, { pictureOf }] = await Promise.all([
        import('../../shared/codes/load-reader.ts'),
        import('../../shared/codes/picture.ts'),
      ])
      const read = await loadReader()
      void keepLoaded()
      const [text] = await read(await pictureOf(file), kinds)
      setState(text === undefined ? 'unread' : 'idle')
      if (text !== undefined) found(text)
    } catch {
      setState('unread')
    }
  }
  return (
    <>
      <FileChoice accept="image/*" camera onFiles={([picture]) => void look(picture)}>
        {state === 'reading' ? t('reading') : (label ?? t('photo'))}
      </FileChoice>
      {state === 'unread' ? (
        <p className="wrong" role="alert">
          {unread ?? t('unread')}
        </p>
      ) : null}
    </>
  )
}
