import { Button } from 'antd-mobile'
import { useEffect, useState } from 'react'
import { Problem } from '../../shared/api.ts'
import type { OutboxRow } from '../device/database.ts'
import { Choices } from '../parts/text-field.tsx'
import { texts } from '../texts.ts'
import type { Choice, Side } from './door.ts'
import { setAside, settle, sidesOf } from './settle.ts'

/** 需要处理: the server's reason; where two people filled in one field differently, both sides beside each other. */
export function Conflict({ row }: { row: OutboxRow }) {
  const t = texts.useTexts()
  const [fault, setFault] = useState(false)
  const unreadable = row.title === undefined || row.title === ''
  const doIt = (work: Promise<void>) =>
    work
      .then(() => setFault(false))
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
        setFault(true)
      })
  return (
    <>
      <p>
        {unreadable ? t('conflict.unreadable') : row.title} {unreadable ? t('conflict.unreadable.next') : row.next}
      </p>
      <Sides row={row} settled={chosen => void doIt(settle(row, chosen))} />
      {fault ? (
        <p className="fault" role="alert">
          {t('conflict.held.fail')}
        </p>
      ) : null}
      <Button block className="main-button" onClick={() => void doIt(setAside(row))}>
        {t(unreadable ? 'conflict.forget' : 'conflict.hold')}
      </Button>
    </>
  )
}

function Sides({ row, settled }: { row: OutboxRow; settled: (chosen: Readonly<Record<string, Choice>>) => void }) {
  const t = texts.useTexts()
  const [sides, setSides] = useState<readonly Side[]>([])
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({})
  useEffect(() => {
    // Without network the reason alone is shown; the sides come when it is back.
    void sidesOf(row)
      .then(setSides)
      .catch(() => undefined)
  }, [row])
  if (sides.length === 0) return null
  return (
    <>
      {sides.map(({ field, label, mine, theirs }) => (
        <Choices
          key={field}
          label={label}
          value={chosen[field]}
          set={choice => setChosen(old => ({ ...old, [field]: choice }))}
          options={[
            { value: 'mine', label: t('conflict.mine', { value: mine }) },
            { value: 'theirs', label: t('conflict.theirs', { value: theirs }) },
          ]}
        />
      ))}
      <Button
        block
        color="primary"
        className="main-button"
        disabled={sides.some(({ field }) => chosen[field] === undefined)}
        onClick={() => settled(chosen)}
      >
        {t('conflict.settle')}
      </Button>
    </>
  )
}
