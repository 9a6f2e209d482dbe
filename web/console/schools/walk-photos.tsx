import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { schoolRoutes as routes } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { smallPicture } from '../../shared/small-picture.ts'
import { Refused } from '../app/refused.tsx'
import { cardTexts } from './card-texts.ts'

/** Draws the chosen pictures anew without metadata, sends them, and gives the SM3 by which the walk names them. */
export async function keepPhotos(licenceNo: string, files: readonly File[]): Promise<readonly string[]> {
  const { sm3 } = await import('sm-crypto-v2')
  const digests: string[] = []
  for (const file of files.slice(0, 12)) {
    const content = await smallPicture(file)
    const digest = sm3(Uint8Array.from(atob(content), letter => letter.charCodeAt(0)))
    await call(routes.keepWalkPhoto, { params: { licenceNo }, body: { digest, content } })
    digests.push(digest)
  }
  return digests
}

/** 测量照片, each shown when asked for: the look is on record. */
export function WalkPhotos({ licenceNo, digests }: { licenceNo: string; digests: readonly string[] }) {
  return digests.map((digest, n) => <WalkPhoto key={digest} licenceNo={licenceNo} digest={digest} n={n + 1} />)
}

function WalkPhoto({ licenceNo, digest, n }: { licenceNo: string; digest: string; n: number }) {
  const t = cardTexts.useTexts()
  const look = useMutation({
    mutationFn: () => call(routes.walkPhoto, { params: { licenceNo, digest } }),
    gcTime: 0,
  })
  return (
    <figure className="walk-photo">
      {look.data === undefined ? (
        <Button size="small" loading={look.isPending} onClick={() => look.mutate()}>
          {t('photo.open', { n })}
        </Button>
      ) : (
        <img src={`data:image/jpeg;base64,${look.data.jpeg}`} alt={t('photo.alt', { n })} />
      )}
      <figcaption className="quiet small">SM3 {digest.slice(0, 16)}</figcaption>
      <Refused error={look.error} />
    </figure>
  )
}
