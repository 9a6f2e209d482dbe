import { useEffect, useState } from 'react'
import { documentTexts } from './texts.ts'
import './documents.css'

export interface Opened {
  readonly media: string
  /** Base64. */
  readonly content: string
}

/** 看材料: a picture as it is, a PDF in a frame of its own; it lies in this page's memory and goes with it. */
export function DocumentPicture({ opened, name }: { opened: Opened; name: string }) {
  const t = documentTexts.useTexts()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const bytes = Uint8Array.from(atob(opened.content), letter => letter.charCodeAt(0))
    const made = URL.createObjectURL(new Blob([bytes], { type: opened.media }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [opened])
  if (address === undefined) return null
  if (opened.media === 'application/pdf')
    return (
      <>
        <iframe className="documents-frame" src={address} title={name} />
        <a href={address} target="_blank" rel="noreferrer">
          {t('open')}
        </a>
      </>
    )
  return <img className="documents-view" src={address} alt={name} />
}
