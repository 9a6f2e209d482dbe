import { lazy, Suspense, useState } from 'react'
import { askedMost, type LawHitView } from '#contract/outreach'
import { Button, Choices } from '../../services/kit/button.tsx'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import type { AskedKey } from '../speech/prompts.ts'
import { AnswerPage } from './answer-page.tsx'
import { FoundPage } from './found-page.tsx'
import { lawTexts } from './texts.ts'
import { onePage, pageOf, type Word } from './words.ts'
import { WordsPage } from './words-page.tsx'

const QuizPage = lazy(() => import('../quiz/quiz-page.tsx'))

type Place =
  | { readonly at: 'quiz' }
  | { readonly at: 'asked'; readonly page: number }
  | { readonly at: 'answer'; readonly asked: AskedKey }
  | { readonly at: 'words' }
  | { readonly at: 'found'; readonly words: readonly Word[] }
  | { readonly at: 'article'; readonly hit: LawHitView; readonly words: readonly Word[] }

/** 政策法规资讯: what people ask, with a spoken answer and the articles behind it; or a few words on large keys. No card, no keyboard. */
export default function LawPage({ kiosk, send }: PageProps) {
  const [place, setPlace] = useState<Place>({ at: 'asked', page: 0 })
  const page = { kiosk, send }
  switch (place.at) {
    case 'asked':
      return <AskedPage {...page} page={place.page} go={setPlace} />
    case 'answer': {
      const nth = Object.keys(askedMost).indexOf(place.asked)
      const back = () => setPlace({ at: 'asked', page: Math.floor(nth / onePage) })
      return <AnswerPage key={place.asked} {...page} asked={place.asked} back={back} />
    }
    case 'quiz':
      return (
        <Suspense fallback={null}>
          <QuizPage {...page} back={() => setPlace({ at: 'asked', page: 0 })} />
        </Suspense>
      )
    case 'words':
      return (
        <WordsPage
          {...page}
          back={() => setPlace({ at: 'asked', page: 0 })}
          find={words => setPlace({ at: 'found', words })}
        />
      )
    case 'found':
      return (
        <FoundPage
          {...page}
          words={place.words}
          back={() => setPlace({ at: 'words' })}
          open={hit => setPlace({ at: 'article', hit, words: place.words })}
        />
      )
    case 'article':
      return <AnswerPage {...page} hit={place.hit} back={() => setPlace({ at: 'found', words: place.words })} />
  }
}

function AskedPage({ kiosk, send, page, go }: PageProps & { page: number; go: (place: Place) => void }) {
  const t = lawTexts.useTexts()
  const { shown, pages } = pageOf(Object.entries(askedMost), page)
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('asked')}
      say="law"
      back={() => send({ is: 'exit' })}
      other={{ label: t('byWords'), press: () => go({ at: 'words' }) }}
      main={{ label: t('more'), press: () => go({ at: 'asked', page: (page + 1) % pages }) }}
      mainKind="plain"
    >
      <Choices
        key={page}
        choices={shown.map(([key, { zh, en }]) => ({ key, label: pick(zh, en) }))}
        onChoose={key => go({ at: 'answer', asked: key as AskedKey })}
      />
      <Button onPress={() => go({ at: 'quiz' })}>{t('quiz')}</Button>
    </Frame>
  )
}
