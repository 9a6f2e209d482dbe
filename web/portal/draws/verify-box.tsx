import { useEffect, useId, useState } from 'react'
import { type DrawFile, type DrawVerdict, verifyDrawFile } from '#contract/inspection'
import { loadDigest } from '../../shared/draw/secret.ts'
import { FileChoice } from '../app/file-choice.tsx'
import { texts } from './texts.ts'

type Digest = (text: string) => string

/** What was found; `shape` for a file that is none of ours. */
function judge(file: unknown, digest: Digest): DrawVerdict | 'shape' {
  try {
    return verifyDrawFile(file as DrawFile, digest)
  } catch {
    return 'shape' // a part is missing: the checks themselves cannot be made
  }
}

/** 自己核验: the verifier is loaded when the page opens, so that the network can be cut before it runs. */
export function VerifyBox({ file }: { file: DrawFile | null }) {
  const t = texts.useTexts()
  const id = useId()
  const [digest, setDigest] = useState<{ run: Digest }>()
  const [verdict, setVerdict] = useState<DrawVerdict | 'shape'>()
  useEffect(() => {
    void loadDigest().then(run => setDigest({ run }))
  }, [])
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined || digest === undefined) return
    const text = await chosen.text()
    try {
      setVerdict(judge(JSON.parse(text), digest.run))
    } catch {
      setVerdict('shape')
    }
  }
  return (
    <section aria-labelledby={`${id}-title`} className="draw-verify">
      <h2 id={`${id}-title`}>{t('verify')}</h2>
      <p>{t('verify.help')}</p>
      <p className="quiet" role="status">
        {t(digest === undefined ? 'verify.loading' : 'verify.ready')}
      </p>
      <div className="buttons">
        <button
          type="button"
          className="act"
          disabled={digest === undefined || file === null}
          onClick={() => digest && setVerdict(judge(file, digest.run))}
        >
          {t('verify.run')}
        </button>
      </div>
      {file === null ? <p className="quiet">{t('verify.notYet')}</p> : null}
      <FileChoice
        accept=".json,application/json"
        disabled={digest === undefined}
        onFiles={([chosen]) => void take(chosen)}
      >
        {t('verify.file')}
      </FileChoice>
      <div aria-live="polite">{verdict === undefined ? null : <Verdict verdict={verdict} />}</div>
    </section>
  )
}

function Verdict({ verdict }: { verdict: DrawVerdict | 'shape' }) {
  const t = texts.useTexts()
  if (verdict === 'shape') return <p className="wrong">{t('verify.shape')}</p>
  return (
    <>
      <p className={verdict.ok ? 'draw-good' : 'wrong'}>{t(verdict.ok ? 'verify.good' : 'verify.bad')}</p>
      <ul className="draw-checks" lang="zh-CN">
        {verdict.checks.map(({ code, zh, ok, detail }) => (
          <li key={code}>
            {ok ? '✓' : '✗'} {zh}
            {detail ? `：${detail}` : ''}
          </li>
        ))}
      </ul>
    </>
  )
}
