/** A file in the hat: `score` is SM3(number:salt) in hex, made by the caller, so that anybody can compute it again. */
export interface Ticket {
  readonly applicationNo: string
  readonly score: string
}

export interface Chosen extends Ticket {
  readonly because: 'drawn' | 'automaticOver'
}

/** What goes into the digest; the salt is made when the files are closed. */
export const ticketText = (applicationNo: string, salt: string): string => `${applicationNo}:${salt}`

/** 随机复核: each grant by itself, with the chance of `share` per cent; the first 32 bits of the digest are the die. */
export function drawShare(tickets: readonly Ticket[], share: number): Chosen[] {
  const edge = (share / 100) * 2 ** 32
  return tickets
    .filter(({ score }) => Number.parseInt(score.slice(0, 8), 16) < edge)
    .map(ticket => ({ ...ticket, because: 'drawn' }))
}

/**
 * 卷宗抽查 (reference 6.9): max(minimum, share) of the closed files with the lowest scores, and besides them every file in
 * `always`.
 */
export function drawSample(
  tickets: readonly Ticket[],
  {
    minimum,
    share,
    always,
  }: { readonly minimum: number; readonly share: number; readonly always: ReadonlySet<string> },
): Chosen[] {
  const size = Math.max(minimum, Math.ceil((tickets.length * share) / 100))
  const order = tickets.toSorted((a, b) => (a.score < b.score ? -1 : a.score > b.score ? 1 : 0))
  return order.flatMap((ticket, place): Chosen[] => {
    if (place < size) return [{ ...ticket, because: 'drawn' }]
    return always.has(ticket.applicationNo) ? [{ ...ticket, because: 'automaticOver' }] : []
  })
}
