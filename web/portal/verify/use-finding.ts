import { useEffect, useState } from 'react'
import { type Finding, verifyNumber, verifyToken } from './ask.ts'
import type { Question } from './question.ts'

/** The finding for a question; asked again when the network returns. Undefined while it is being looked for. */
export function useFinding(question: Question): Finding | undefined {
  const [finding, setFinding] = useState<Finding>()
  useEffect(() => {
    let current = true
    const ask = async () => {
      const found =
        question.kind === 'token'
          ? await verifyToken(question.signed)
          : question.kind === 'number'
            ? await verifyNumber(question.licenceNo)
            : undefined
      if (current) setFinding(found)
    }
    setFinding(undefined)
    void ask()
    addEventListener('online', ask)
    return () => {
      current = false
      removeEventListener('online', ask)
    }
  }, [question])
  return finding
}
