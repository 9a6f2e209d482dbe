import { askedMost, type LawHitView, routes } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import type { AskedKey } from '../speech/prompts.ts'
import './law.css'
import { lawTexts } from './texts.ts'
import { useAnswer } from './use-answer.ts'

interface Read {
  readonly name: string
  readonly short: string | undefined
  readonly text: string
  readonly imported: boolean
}

type Props = PageProps & { readonly back: () => void } & (
    | { readonly asked: AskedKey; readonly hit?: undefined }
    | { readonly hit: LawHitView; readonly asked?: undefined }
  )

/** A question with its spoken answer, or one found article: in short first, then the words of the law, large. */
export function AnswerPage({ kiosk, send, asked, hit, back }: Props) {
  const t = lawTexts.useTexts()
  const { value, failed } = useAnswer(() => (asked === undefined ? readHit(hit) : readAsked(asked)))
  const title = asked === undefined ? `${hit.title} ${hit.label}` : pick(askedMost[asked].zh, askedMost[asked].en)
  return (
    <Frame kiosk={kiosk} send={send} title={title} say={asked === undefined ? null : `law.${asked}`} back={back}>
      <p>{t(asked === undefined ? 'unspoken' : 'spoken')}</p>
      {failed ? <p role="alert">{t('failed')}</p> : null}
      {value === undefined && !failed ? <p role="status">{t('loading')}</p> : null}
      {value?.map(read => (
        <section key={read.name} className="law-answer" aria-label={read.name} lang="zh-CN">
          <h2>{read.name}</h2>
          {read.short === undefined ? null : (
            <p>
              <strong>{t('short')}</strong>　{read.short}
            </p>
          )}
          {read.imported ? (
            read.text.split('\n').map((paragraph, at) => (
              <p key={paragraph}>
                {at === 0 ? <strong>{t('whole')}　</strong> : null}
                {paragraph}
              </p>
            ))
          ) : (
            <p>{t('noText')}</p>
          )}
        </section>
      ))}
    </Frame>
  )
}

async function readAsked(asked: AskedKey): Promise<readonly Read[]> {
  const { articles } = await call(routes.getUse, { params: { id: `outreach.asked.${asked}` } })
  return articles.map(({ words, text, imported, summary }) => ({
    ...{ name: words, text, imported },
    short: summary ?? undefined,
  }))
}

async function readHit({ key, title, number, sub, label }: LawHitView): Promise<readonly Read[]> {
  const { statute, articles } = await call(routes.getStatute, { params: { key } })
  const found = articles.find(one => one.number === number && one.sub === sub)
  const text = found?.text ?? ''
  return [
    { name: `《${title}》${label}`, text, imported: statute.imported, short: statute.imported ? undefined : text },
  ]
}
