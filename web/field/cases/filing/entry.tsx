import { Button } from 'antd-mobile'
import type { Filing } from '#contract/cases'
import { useOutbox } from '../../outbox/use-outbox.ts'
import { ActState } from '../../parts/act-state.tsx'
import { filingIn } from './matter.ts'
import { texts } from './texts.ts'

/** 填报立案报告: the way into the form, or what has become of the report. */
export function FilingEntry({ about, open }: { about: Filing['about']; open: () => void }) {
  const t = texts.useTexts()
  const row = filingIn(useOutbox(), about)
  return (
    <div className="acts filing">
      {row === undefined ? null : (
        <p>
          <a href={row.state === 'conflict' ? '#/outbox' : '#/cases/'}>
            <ActState row={row} />
          </a>
        </p>
      )}
      {row === undefined || row.state === 'conflict' ? (
        <Button block className="main-button" onClick={open}>
          {t(row === undefined ? 'open' : 'again')}
        </Button>
      ) : null}
    </div>
  )
}
