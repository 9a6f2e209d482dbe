import { Button } from 'antd-mobile'
import { EvidencePhotos } from '../../capture/photos.tsx'
import { WhereLine } from '../../capture/where-line.tsx'
import { fixNow } from '../../device/whereabouts.ts'
import { texts } from '../texts.ts'
import type { StepProps } from './form.ts'

/** 照片在先; the place is noted at the door by a touch, because the telephone walks on. */
export function PhotoStep({ draft, set, where, task }: StepProps) {
  const t = texts.useTexts()
  const fix = fixNow(where)
  return (
    <>
      <EvidencePhotos
        matter={task.applicationNo}
        label={t('photos')}
        photos={draft.photos}
        set={photos => set({ photos })}
        where={where}
        most={12}
      />
      <WhereLine where={where} />
      {draft.place === null ? null : (
        <p className="card done">{t('place.taken', { metres: draft.place.accuracyMetres })}</p>
      )}
      <Button block className="main-button" disabled={fix === null} onClick={() => set({ place: fix })}>
        {t(draft.place === null ? 'place.take' : 'place.again')}
      </Button>
    </>
  )
}
