import { EvidencePhotos } from '../../capture/photos.tsx'
import { WhereLine } from '../../capture/where-line.tsx'
import { texts } from '../texts.ts'
import type { StepProps } from './form.ts'

/** 照片: each becomes evidence of the case under its own SM3, taken here and now. */
export function PhotoStep({ draft, set, where, one }: StepProps) {
  const t = texts.useTexts()
  return (
    <>
      <p className="quiet">{t('photos.hint')}</p>
      <EvidencePhotos
        matter={one.no}
        label={t('photos')}
        photos={draft.photos}
        set={photos => set({ photos })}
        where={where}
        most={12}
      />
      <WhereLine where={where} />
    </>
  )
}
