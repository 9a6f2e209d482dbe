import { Button, Input } from 'antd'
import { useState } from 'react'
import { texts } from './texts.ts'

interface Props<Verdict extends string> {
  readonly words: readonly (readonly [Verdict, string])[]
  readonly pending: boolean
  /** What is written, where it is no reason. */
  readonly label?: string
  readonly decide: (verdict: Verdict, reason: string) => void
}

/** A person's word with its reason; without one the buttons stay closed. */
export function Decide<Verdict extends string>({ words, pending, label, decide }: Props<Verdict>) {
  const t = texts.useTexts()
  const [reason, setReason] = useState('')
  return (
    <div className="graph-decide">
      <Input
        aria-label={label ?? t('reason')}
        placeholder={label ?? t('reason')}
        maxLength={200}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      {words.map(([verdict, word]) => (
        <Button
          key={verdict}
          disabled={reason.trim().length < 2 || pending}
          onClick={() => decide(verdict, reason.trim())}
        >
          {word}
        </Button>
      ))}
    </div>
  )
}
