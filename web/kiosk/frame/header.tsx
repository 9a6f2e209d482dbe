import { useEffect, useState } from 'react'
import { Button } from '../../services/kit/button.tsx'
import { formatTime } from '../../shared/format.ts'
import { setLanguage, useLanguage } from '../../shared/language.ts'
import { prefer, usePreferences } from '../preferences.ts'
import { texts } from '../texts.ts'
import type { PageProps } from './frame.tsx'

/** Bureau, time, the mark of simulated data; view, language, sound and the way out, always there. */
export function Header({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { elder, muted, voice } = usePreferences()
  return (
    <header className="frame-head">
      <div className="head-names">
        <p className="head-bureau">{t('bureau')}</p>
        <p className="head-place">
          {kiosk.device?.terminal.name || t('machine')} <Clock />
        </p>
      </div>
      {kiosk.device?.demo ? <p className="head-demo">{t('demo')}</p> : null}
      <nav className="head-tools" aria-label={t('tools')}>
        <Button kind="quiet" onPress={() => prefer({ elder: !elder })}>
          {t(elder ? 'standard' : 'elder')}
        </Button>
        <Button kind="quiet" onPress={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{t('otherLanguage')}</span>
        </Button>
        <Button kind="quiet" onPress={() => prefer({ muted: !muted })}>
          {t(muted ? 'unmute' : 'mute')}
        </Button>
        {/* Nothing is said over an English page, so there is no voice to choose. */}
        {language === 'zh' ? (
          <Button kind="quiet" onPress={() => prefer({ voice: voice === 'cmn' ? 'yue' : 'cmn', muted: false })}>
            {t(voice === 'cmn' ? 'cantonese' : 'mandarin')}
          </Button>
        ) : null}
        <Button kind="quiet" onPress={() => send({ is: 'exit' })}>
          {t('exit')}
        </Button>
      </nav>
    </header>
  )
}

function Clock() {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000)
    return () => clearInterval(timer)
  }, [])
  return <time>{formatTime(now)}</time>
}
