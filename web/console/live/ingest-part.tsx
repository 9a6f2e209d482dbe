import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { useIngest } from './use-live.ts'

/** Where the camera program sends to, and with which key; only while the broadcast is on. */
export function IngestPart({ id }: { id: string }) {
  const t = texts.useTexts()
  const ingest = useIngest(id)
  if (ingest.isError) return <FailedToLoad error={ingest.error} retry={() => void ingest.refetch()} />
  if (!ingest.data) return null
  const { address, key, receiving } = ingest.data
  return (
    <dl className="live-ingest">
      <dt>{t('address')}</dt>
      <dd>
        <code>{address}</code>
      </dd>
      <dt>{t('key')}</dt>
      <dd>
        <code>{key}</code>
      </dd>
      <dd className={receiving ? undefined : 'tone-soon'}>{t(receiving ? 'receiving' : 'notReceiving')}</dd>
    </dl>
  )
}
