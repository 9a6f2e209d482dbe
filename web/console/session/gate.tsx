import { Button, Result, Spin } from 'antd'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { DemoMark } from '../app/demo-mark.tsx'
import { resumeSession, useSession } from './session.ts'
import { SignInPage } from './sign-in-page.tsx'
import { texts } from './texts.ts'

/** A desk that could not reach the server asks again by itself; whoever is in a hurry presses the button. */
const AGAIN_AFTER = 5_000

/** Nothing behind the gate is drawn, or kept in the page, for anybody who is not signed in. */
export function Gate({ children }: { children: ReactNode }) {
  const session = useSession()
  return (
    <>
      <DemoMark />
      {session.state === 'signedIn' ? children : session.state === 'unknown' ? <Resuming /> : <SignInPage />}
    </>
  )
}

function Resuming() {
  const t = texts.useTexts()
  const [failed, setFailed] = useState(false)
  const resume = useCallback(() => {
    setFailed(false)
    resumeSession().catch(() => setFailed(true))
  }, [])
  useEffect(resume, [resume])
  useEffect(() => {
    if (!failed) return
    const again = setTimeout(resume, AGAIN_AFTER)
    return () => clearTimeout(again)
  }, [failed, resume])
  return (
    <main className="centred">
      {failed ? (
        <Result
          status="warning"
          title={t('unreachable')}
          subTitle={t('unreachable.next')}
          extra={
            <Button type="primary" onClick={resume}>
              {t('again')}
            </Button>
          }
        />
      ) : (
        <Spin description={t('opening')} size="large">
          <span className="spin-room" />
        </Spin>
      )}
    </main>
  )
}
