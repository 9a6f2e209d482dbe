import { type LawHitView, routes } from '#contract/outreach'
import { Choices } from '../../services/kit/button.tsx'
import { call } from '../../shared/api.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { lawTexts } from './texts.ts'
import { useAnswer } from './use-answer.ts'
import { onePage, type Word } from './words.ts'

interface Props extends PageProps {
  readonly words: readonly Word[]
  readonly back: () => void
  readonly open: (hit: LawHitView) => void
}

/** The nearest articles to the chosen words. */
export function FoundPage({ kiosk, send, words, back, open }: Props) {
  const t = lawTexts.useTexts()
  const { value, failed } = useAnswer(() => call(routes.searchLaws, { query: { q: words.join(' ') } }))
  const hits = value?.items.slice(0, onePage) ?? []
  return (
    <Frame kiosk={kiosk} send={send} title={t('found', { words: words.join('、') })} say={null} back={back}>
      {failed ? <p role="alert">{t('failed')}</p> : null}
      {value === undefined && !failed ? <p role="status">{t('loading')}</p> : null}
      {value !== undefined && hits.length === 0 ? <p role="status">{t('none')}</p> : null}
      <Choices
        choices={hits.map((hit, at) => ({
          key: String(at),
          label: `${hit.title.replace(/^中华人民共和国/u, '')} ${hit.label}`,
          detail: hit.snippet.slice(0, 44),
        }))}
        onChoose={key => {
          const hit = hits[Number(key)]
          if (hit) open(hit)
        }}
      />
    </Frame>
  )
}
