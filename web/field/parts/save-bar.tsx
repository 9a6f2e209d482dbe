import { Button } from 'antd-mobile'
import { useState } from 'react'
import { texts } from '../texts.ts'

/** The one main action of a form; what is missing is said beside it. */
export function SaveBar({
  label,
  missing,
  save,
}: {
  label: string
  missing: readonly string[]
  save: () => Promise<void>
}) {
  const t = texts.useTexts()
  const [busy, setBusy] = useState(false)
  return (
    <div className="save-bar">
      {missing.length > 0 ? <p className="quiet">{t('missing', { what: missing.join('、') })}</p> : null}
      <Button
        block
        color="primary"
        className="main-button"
        disabled={missing.length > 0}
        loading={busy}
        onClick={() => {
          setBusy(true)
          void save().finally(() => setBusy(false))
        }}
      >
        {label}
      </Button>
    </div>
  )
}
