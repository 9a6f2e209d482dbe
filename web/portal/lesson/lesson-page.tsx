import { type FormEvent, useId, useState } from 'react'
import { type LessonPointName, lessonAdvice, lessonPoints } from '#contract/outreach'
import type { Citation } from '#kernel/citation'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { lawText } from '../../shared/law-text.ts'
import { lawSearchPath, paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { Drawing } from './drawings.tsx'
import './lesson.css'
import { texts } from './texts.ts'

const names = Object.keys(lessonPoints) as LessonPointName[]
/** Which drawing stands second: fixed, so that nobody learns a side instead of a sign. */
const oddSecond: Readonly<Record<LessonPointName, boolean>> = { code: true, print: false, tape: false, seal: true }

/** 真假烟怎么看: four looks, one after the other, each with its reason and its article. Nothing is counted, kept or won. */
export default function LessonPage() {
  const t = texts.useTexts()
  const [seen, setSeen] = useState<readonly boolean[]>([])
  const point = names[seen.length]
  return (
    <Page title={t('title')}>
      {seen.length === 0 ? <p>{t('intro')}</p> : null}
      {point === undefined ? (
        <Result found={seen.filter(Boolean).length} again={() => setSeen([])} />
      ) : (
        <Look key={point} point={point} nth={seen.length + 1} next={right => setSeen([...seen, right])} />
      )}
      <p>
        <Link to={paths.learn}>{t('back')}</Link>
      </p>
    </Page>
  )
}

function Look({ point, nth, next }: { point: LessonPointName; nth: number; next: (right: boolean) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const [chosen, setChosen] = useState<boolean>()
  const [told, setTold] = useState(false)
  const words = lessonPoints[point]
  const sides = oddSecond[point] ? [false, true] : [true, false]
  const answer = (event: FormEvent) => {
    event.preventDefault()
    setTold(true)
  }
  return (
    <form className="lesson" onSubmit={answer}>
      <fieldset disabled={told}>
        <legend>
          <span className="quiet">{t('nth', { n: nth, count: names.length })}</span>
          <strong>{pick(words.zh, words.en, language)}</strong>
          <span>{pick(words.ask.zh, words.ask.en, language)}</span>
        </legend>
        <div className="lesson-pair">
          {sides.map((odd, n) => (
            <label key={String(odd)} className="lesson-side">
              <Drawing
                point={point}
                odd={odd}
                label={pick(words[odd ? 'odd' : 'plain'].zh, words[odd ? 'odd' : 'plain'].en, language)}
              />
              <span>
                <input type="radio" name={id} checked={chosen === odd} onChange={() => setChosen(odd)} />
                {t(n === 0 ? 'first' : 'second')}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {told ? (
        <div role="status">
          <p className={chosen ? 'lesson-right' : 'lesson-wrong'}>{t(chosen ? 'right' : 'wrong')}</p>
          <p>
            {pick(words.odd.zh, words.odd.en, language)}
            {t('stop')}
          </p>
          <p>{pick(words.why.zh, words.why.en, language)}</p>
          <Basis cites={words.cites} />
        </div>
      ) : null}
      <div className="buttons">
        {told ? (
          <button type="button" className="act" onClick={() => next(chosen === true)}>
            {t(nth === names.length ? 'finish' : 'next')}
          </button>
        ) : (
          <button type="submit" className="act" disabled={chosen === undefined}>
            {t('look')}
          </button>
        )}
      </div>
    </form>
  )
}

function Result({ found, again }: { found: number; again: () => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <>
      <p role="status">
        <strong>{t('result', { found, count: names.length })}</strong>
      </p>
      <h2>{t('points')}</h2>
      <ul>
        {names.map(name => (
          <li key={name}>
            <strong>{pick(lessonPoints[name].zh, lessonPoints[name].en, language)}</strong>
            {t('colon')}
            {pick(lessonPoints[name].why.zh, lessonPoints[name].why.en, language)}
          </li>
        ))}
      </ul>
      <h2>{t('advice')}</h2>
      <ol>
        {Object.values(lessonAdvice).map(({ zh, en, cites }) => (
          <li key={zh}>
            {pick(zh, en, language)}
            <Basis cites={cites} />
          </li>
        ))}
      </ol>
      <div className="buttons">
        <Link to={paths.report} className="act">
          {t('report')}
        </Link>
        <button type="button" className="act plain" onClick={again}>
          {t('again')}
        </button>
      </div>
    </>
  )
}

function Basis({ cites }: { cites: readonly Citation[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <p className="quiet">
      {t('basis')}
      {t('colon')}
      {cites.map((citation, n) => (
        <span key={lawText(citation, language)}>
          {n === 0 ? '' : t('and')}
          <Link to={lawSearchPath(lawText(citation, 'zh'))}>{lawText(citation, language)}</Link>
        </span>
      ))}
    </p>
  )
}
