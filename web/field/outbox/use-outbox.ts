import { useEffect, useState } from 'react'
import type { OutboxRow } from '../device/database.ts'
import { onOutbox } from './changes.ts'
import { listOutbox } from './rows.ts'

/** The outbox as it stands, drawn anew whenever it changes. */
export function useOutbox(): readonly OutboxRow[] {
  const [rows, setRows] = useState<readonly OutboxRow[]>([])
  useEffect(() => {
    const read = () => void listOutbox().then(setRows)
    read()
    return onOutbox(read)
  }, [])
  return rows
}
