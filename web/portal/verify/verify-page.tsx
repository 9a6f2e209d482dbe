import { useMemo } from 'react'
import { paths, useHash } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { AskForm } from './ask-form.tsx'
import { type Question, readQuestion } from './question.ts'
import { texts } from './texts.ts'
import { useFinding } from './use-finding.ts'
import { VerdictView } from './verdict-view.tsx'
import './verify.css'

/** 核验许可证: the address of the QR code. What is verified stands behind `#` and is read only here, in the browser. */
export default function VerifyPage() {
  const t = texts.useTexts()
  const hash = useHash()
  const question = useMemo(() => readQuestion(hash), [hash])
  const answerable = question.kind === 'token' || question.kind === 'number'
  return (
    <Page title={t('title')}>
      {answerable ? (
        <Answer key={hash} question={question} />
      ) : (
        <AskForm wrong={question.kind === 'none' ? undefined : question.kind} />
      )}
    </Page>
  )
}

function Answer({ question }: { question: Question }) {
  const t = texts.useTexts()
  const finding = useFinding(question)
  return (
    <>
      <div aria-live="polite">
        {finding === undefined ? (
          <p role="status">{t('checking')}</p>
        ) : (
          <VerdictView question={question} finding={finding} />
        )}
      </div>
      <div className="buttons no-print">
        <Link to={paths.verify} className="act">
          {t('again')}
        </Link>
        <button type="button" className="act plain" onClick={() => print()}>
          {t('print')}
        </button>
      </div>
    </>
  )
}
