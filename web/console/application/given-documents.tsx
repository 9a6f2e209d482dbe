import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type DocumentView, fileDocumentRoutes } from '#contract/licensing'
import { DocumentPicture } from '../../services/documents/document-picture.tsx'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'

/** 材料原件: opened here, in the middle, so that it stands beside the rule trace; each look is on record. */
export function GivenDocuments({ documents }: { documents: readonly DocumentView[] }) {
  return (
    <>
      {documents.map((given, at) => (
        <GivenDocument key={given.documentId} given={given} n={at + 1} />
      ))}
    </>
  )
}

function GivenDocument({ given, n }: { given: DocumentView; n: number }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { documentId, digest } = given
  const look = useMutation({
    mutationFn: () => call(fileDocumentRoutes.documentContent, { params: { documentId }, patience: 60_000 }),
  })
  const name = pick(given.name, given.nameEn, language)
  return (
    <div className="given-document">
      <Button size="small" loading={look.isPending} onClick={() => (look.data ? look.reset() : look.mutate())}>
        {t(look.data ? 'materials.hide' : 'materials.open', { n })}
      </Button>
      <span className="quiet small">
        {t('materials.given', {
          at: formatInstant(given.givenAt, language),
          channel: pick(given.channel, given.channelEn, language),
          digest: digest.slice(0, 16),
        })}
      </span>
      {look.isError ? <FailedToLoad error={look.error} retry={() => look.mutate()} /> : null}
      {look.data ? <DocumentPicture opened={look.data} name={name} /> : null}
    </div>
  )
}
