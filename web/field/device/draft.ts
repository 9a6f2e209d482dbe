import { useCallback, useEffect, useRef, useState } from 'react'
import { database } from './database.ts'
import { open, seal } from './seal.ts'

/**
 * 草稿: a half-filled form on the telephone, sealed; a closed app or an empty battery loses none of it. Nothing is shown
 * until it was read (`undefined`). `done` drops it.
 */
export function useDraft<T>(
  id: string,
  empty: T,
): [draft: T | undefined, set: (draft: T) => void, done: () => Promise<void>] {
  const [draft, setDraft] = useState<T>()
  const first = useRef(empty)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    void readDraft<T>(id).then(kept => setDraft(kept ?? first.current))
  }, [id])
  const set = useCallback(
    (next: T) => {
      setDraft(next)
      // One after the other: a slower, older writing must not end on top.
      last.current = last.current.then(async () => database.drafts.put({ id, sealed: await seal(next) }))
    },
    [id],
  )
  const done = useCallback(async () => {
    await last.current
    await database.drafts.delete(id)
  }, [id])
  return [draft, set, done]
}

async function readDraft<T>(id: string): Promise<T | undefined> {
  const row = await database.drafts.get(id)
  return row === undefined ? undefined : open<T>(row.sealed)
}
