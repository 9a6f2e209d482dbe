import { spokenDraftCode } from '#contract/licensing'
import { applyTexts } from '../../services/apply/texts.ts'
import { documentTexts } from '../../services/documents/texts.ts'
import { Callout, Facts } from '../../services/kit/facts.tsx'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import { usePapers } from '../visit/use-papers.ts'
import './draft-pages.css'

interface Props extends PageProps {
  frame: Omit<Parameters<typeof Frame>[0], 'title' | 'children' | 'say'>
}

/** 材料: what is needed, what was fetched instead, and the code with which the own telephone sends a photo. Nobody is held up by it. */
export function PapersPage({ kiosk, send, frame }: Props) {
  const t = applyTexts.useTexts()
  const kt = texts.useTexts()
  const dt = documentTexts.useTexts()
  const { lines = [], draft, unread } = usePapers(kiosk)
  const shown = lines.filter(({ state }) => state !== 'offered')
  const done = () => send({ is: 'answered', answer: { question: 'papers' } })
  return (
    <Frame {...frame} title={t('papersTitle')} say="papers" main={{ label: t('papersDone'), press: done }}>
      <div className="two-parts">
        <section className="page-part" aria-label={dt('title')}>
          {unread ? <Callout tone="wait">{kt('papersNone')}</Callout> : null}
          <Facts
            facts={shown.map(line => ({
              label: pick(line.name, line.nameEn),
              value: dt(line.state),
              strong: line.state === 'given',
            }))}
          />
          <p>{t('papersLater')}</p>
        </section>
        {draft === undefined ? null : (
          <section className="page-part" aria-label={kt('savedQr')}>
            <img
              className="draft-qr"
              alt={kt('savedQr')}
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(draft.qrSvg)}`}
            />
            <p>{kt('papersScan')}</p>
            <p>
              {kt('draftCodeLabel')} <strong>{spokenDraftCode(draft.code)}</strong>
            </p>
          </section>
        )}
      </div>
    </Frame>
  )
}
