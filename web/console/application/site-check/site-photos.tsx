import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { siteCheckRoutes as routes, type SiteCheckRecord } from '#contract/licensing'
import { call } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/format.ts'
import { useLanguage } from '../../../shared/language.ts'
import { FailedToLoad } from '../../app/problem-alert.tsx'
import { texts } from './texts.ts'

type TakenPhoto = SiteCheckRecord['photos'][number]

/** 现场照片: minute, place and digest at once; the picture itself by a look that is on record. */
export function SitePhotos({ photos, applicationNo }: { photos: readonly TakenPhoto[]; applicationNo: string }) {
  const t = texts.useTexts()
  return (
    <>
      <strong>{t('photos')}</strong>
      <div className="site-drawings">
        {photos.map((photo, index) => (
          <Photo key={photo.digest} photo={photo} nth={index + 1} applicationNo={applicationNo} />
        ))}
      </div>
    </>
  )
}

function Photo({ photo, nth, applicationNo }: { photo: TakenPhoto; nth: number; applicationNo: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { digest, place } = photo
  const look = useMutation({
    mutationFn: () => call(routes.sitePhoto, { params: { applicationNo, digest } }),
    gcTime: 0,
  })
  return (
    <figure className="site-drawing">
      {look.data === undefined ? (
        <Button size="small" loading={look.isPending} onClick={() => look.mutate()}>
          {t('photo.open', { n: nth })}
        </Button>
      ) : (
        <img src={`data:image/jpeg;base64,${look.data.jpeg}`} alt={t('photo.alt', { n: nth })} />
      )}
      {look.isError ? <FailedToLoad error={look.error} retry={() => look.reset()} /> : null}
      <figcaption className="quiet small">
        {t('photo.meta', { at: formatInstant(photo.capturedAt, language), digest: digest.slice(0, 16) })}
        <br />
        {place === null ? t('photo.noPlace') : t('photo.near', { metres: place.accuracyMetres })}
      </figcaption>
    </figure>
  )
}
