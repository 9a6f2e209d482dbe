import { useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type ClueDetail, clueRoutes } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { texts } from './texts.ts'

/** 照片: read only when somebody asks to see them. */
export function Photos({ no, photos }: { no: string; photos: ClueDetail['photos'] }) {
  const t = texts.useTexts()
  const [shown, setShown] = useState(false)
  const pictures = useQueries({
    queries: photos.map(({ id }) => ({
      queryKey: ['clue-photo', id],
      enabled: shown,
      queryFn: () => call(clueRoutes.photo, { params: { no, photoId: id } }),
    })),
  })
  if (photos.length === 0) return null
  return (
    <>
      <h3>{t('photos')}</h3>
      {shown ? null : <Button onClick={() => setShown(true)}>{t('photos.show')}</Button>}
      <div className="clue-photos">
        {pictures.map(({ data }, n) =>
          data ? (
            <img
              key={photos[n]?.id}
              src={`data:${data.media};base64,${data.content}`}
              alt={`${t('photos.alt')} ${n + 1}`}
            />
          ) : null,
        )}
      </div>
    </>
  )
}
