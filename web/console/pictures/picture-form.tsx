import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { pictureRoutes as routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { base64Of } from '../../shared/base64.ts'
import { smallPicture } from '../../shared/small-picture.ts'
import { FileField } from '../app/file-field.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import './pictures.css'
import { texts } from './texts.ts'

interface Props {
  readonly about: { readonly kind: 'film' | 'event'; readonly id: string }
  /** What is read again when it has arrived. */
  readonly queryKey: readonly string[]
}

/** One picture and its words; drawn small in the browser before it is sent. */
export function PictureForm({ about, queryKey }: Props) {
  const t = texts.useTexts()
  const id = useId()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [alt, setAlt] = useState('')
  const send = useMutation({
    mutationFn: async (picture: File) => {
      // What the browser cannot draw goes as it is: the server says by its content what it is.
      const content = await smallPicture(picture).catch(() => undefined)
      const body = {
        kind: about.kind,
        about: about.id,
        alt: alt.trim(),
        content: content ?? (await lettersOf(picture)),
      }
      return call(routes.putPicture, { body })
    },
    onSuccess: () => {
      setFile(undefined)
      setAlt('')
      return queries.invalidateQueries({ queryKey })
    },
  })
  return (
    <div className="picture-form">
      <FileField
        key={send.submittedAt}
        label={t('choose')}
        accept="image/jpeg,image/png"
        onFiles={([chosen]) => setFile(chosen)}
      />
      <label htmlFor={`${id}-alt`}>{t('alt')}</label>
      <Input id={`${id}-alt`} maxLength={80} value={alt} onChange={event => setAlt(event.target.value)} />
      <p className="quiet small">{t('send.help')}</p>
      <div>
        <Button
          disabled={file === undefined || alt.trim().length < 2}
          loading={send.isPending}
          onClick={() => file && send.mutate(file)}
        >
          {t('send')}
        </Button>
      </div>
      {send.isError ? <FailedToLoad error={send.error} retry={() => file && send.mutate(file)} /> : null}
    </div>
  )
}

const lettersOf = async (file: File): Promise<string> => base64Of(new Uint8Array(await file.arrayBuffer()))
