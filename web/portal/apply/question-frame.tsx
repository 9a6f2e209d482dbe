import type { ReactNode } from 'react'
import type { SaveDraft } from '#contract/licensing'
import { goTo, paths } from '../app/address.ts'
import { Page } from '../app/page.tsx'
import { KeepDraft } from './keep-draft.tsx'
import { texts } from './texts.ts'

export interface Act {
  readonly label: string
  readonly press: () => void
}

interface Props {
  readonly title: string
  readonly acts: readonly Act[]
  readonly place: { readonly number: number; readonly of: number } | undefined
  /** To the question before; undefined at the first, which leads home. */
  readonly goBack: (() => void) | undefined
  /** What could be kept for later; an agent keeps nothing of the holder's. */
  readonly draft: SaveDraft | undefined
  readonly children: ReactNode
}

/** What stands around every question: how far one is, what to do, back, keep, help. */
export function QuestionFrame({ title, acts, place, goBack, draft, children }: Props) {
  const t = texts.useTexts()
  return (
    <>
      {place ? <p className="apply-place">{t('place', place)}</p> : null}
      <Page title={title}>
        <div className="apply-body">{children}</div>
        <div className="buttons">
          {acts.map((act, index) => (
            <button key={act.label} type="button" className={index === 0 ? 'act' : 'act plain'} onClick={act.press}>
              {act.label}
            </button>
          ))}
        </div>
        <div className="apply-ways">
          <button type="button" className="act plain" onClick={goBack ?? (() => goTo(paths.home))}>
            {t(goBack ? 'back' : 'leave')}
          </button>
          {draft ? <KeepDraft draft={draft} /> : null}
          <a className="act plain" href="tel:12313">
            {t('help')}
          </a>
        </div>
      </Page>
    </>
  )
}
