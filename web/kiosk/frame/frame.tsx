import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '../../services/kit/button.tsx'
import type { PromptKey } from '../speech/prompts.ts'
import { useSpeech } from '../speech/use-speech.ts'
import { texts } from '../texts.ts'
import type { Kiosk } from '../visit/state.ts'
import type { Send } from '../visit/use-kiosk.ts'
import { Header } from './header.tsx'
import { HelpLine } from './help-line.tsx'
import './frame.css'

interface Action {
  label: string
  press: () => void
}

export interface PageProps {
  kiosk: Kiosk
  send: Send
}

interface Props extends PageProps {
  title: string
  /** What is said when this page appears; null = nothing, it speaks for itself. */
  say: PromptKey | null
  /** 保存，换个地方继续. */
  save?: (() => void) | undefined
  /** The outcome in one sentence has a colour and a shape, on top of its words. */
  tone?: 'good' | 'wait' | 'bad' | undefined
  progress?: { number: number; of: number }
  /** 上一步, at the left. */
  back?: (() => void) | undefined
  /** Where nothing lies behind the page: another way, at the left. */
  aside?: Action | undefined
  /** The one main action, at the right. */
  main?: Action | undefined
  /** plain where neither of the two answers may look like the wanted one (人脸识别技术应用安全管理办法 12). */
  mainKind?: 'main' | 'plain'
  /** A second answer of equal standing, before the main one. */
  other?: Action | undefined
  drawing?: ReactNode
  children?: ReactNode
}

/** One page of the terminal: header, one question within reach, and the three places of the bottom row. */
export function Frame(props: Props) {
  const {
    kiosk,
    send,
    title,
    say,
    tone,
    progress,
    save,
    back,
    aside,
    main,
    mainKind = 'main',
    other,
    drawing,
    children,
  } = props
  const t = texts.useTexts()
  useSpeech(say)
  const heading = useRef<HTMLHeadingElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new page
  useEffect(() => {
    // A new page is read from its heading, and shown from its top.
    heading.current?.focus({ preventScroll: true })
    scroller.current?.scrollTo(0, 0)
  }, [title])
  return (
    <div className="frame">
      <Header kiosk={kiosk} send={send} />
      <main className="frame-main" aria-labelledby={id}>
        <div className="frame-scroll" ref={scroller}>
          <div className={drawing ? 'frame-page frame-page-drawn' : 'frame-page'}>
            {drawing ? <div className="frame-drawing">{drawing}</div> : null}
            <div className="frame-words">
              {progress ? (
                <div className="frame-progress">
                  {t('progress', progress)}
                  {save ? (
                    <Button kind="quiet" onPress={save}>
                      {t('save')}
                    </Button>
                  ) : null}
                </div>
              ) : null}
              <h1 id={id} ref={heading} tabIndex={-1} className={tone ? `outcome outcome-${tone}` : undefined}>
                {title}
              </h1>
              {children}
            </div>
          </div>
        </div>
      </main>
      <footer className="frame-foot">
        <HelpLine state={kiosk.visit.help} />
        <div className="foot-left">
          {back ? <Button onPress={back}>{t('back')}</Button> : null}
          {!back && aside ? <Button onPress={aside.press}>{aside.label}</Button> : null}
        </div>
        <div className="foot-centre">
          <Button kind="quiet" onPress={() => send({ is: 'helpWanted' })} disabled={kiosk.visit.help === 'calling'}>
            {t('help')}
          </Button>
        </div>
        <div className="foot-right">
          {other ? <Button onPress={other.press}>{other.label}</Button> : null}
          {main ? (
            <Button kind={mainKind} onPress={main.press}>
              {main.label}
            </Button>
          ) : null}
        </div>
      </footer>
    </div>
  )
}
