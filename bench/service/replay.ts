import pg from 'pg'
import { randomId } from '#platform/crypto'
import type { Statement } from './house.ts'
import { timed } from './numbers.ts'

/** What tells one renewal from another in its statements. */
export interface Marks {
  readonly terminalId: string
  readonly channelId: string
  readonly sessionId: string
  readonly personIndex: string
  readonly tokenHash: string
  readonly licenceNo: string
  readonly idempotencyKey: string
}

/** The marks of sessions that lie open, by terminal, as the database has them. */
export async function readMarks(
  ownerUrl: string,
  wanted: readonly { id: string; idempotencyKey: string; shop: { licenceNo: string } | undefined }[],
): Promise<Marks[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`select set_config('app.areas', '*', false)`)
  const { rows } = await client.query<
    Record<'terminal_id' | 'channel_id' | 'id' | 'person_index' | 'token_hash', string>
  >(
    `select s.terminal_id::text, c.id::text as channel_id, s.id::text, s.person_index, s.token_hash
     from access.card_session s join access.channel c on c.terminal_id = s.terminal_id`,
  )
  await client.end()
  const known = new Map(rows.map(row => [row.terminal_id, row]))
  return wanted.map(({ id, idempotencyKey, shop }) => {
    const row = known.get(id)
    if (!row || !shop) throw new Error(`terminal ${id} has no session`)
    const { channel_id: channelId, id: sessionId, person_index: personIndex, token_hash: tokenHash } = row
    return { terminalId: id, channelId, sessionId, personIndex, tokenHash, licenceNo: shop.licenceNo, idempotencyKey }
  })
}

/**
 * The statements of one renewal out of everything the server sent meanwhile: whole transactions and single statements
 * that bear its person, terminal or session. What its jobs do later, in their own transactions, is not the renewal.
 */
export function statementsOf(heard: readonly Statement[], marks: Marks): Statement[] {
  const own = [marks.terminalId, marks.personIndex, marks.tokenHash]
  const isOwn = (statement: Statement) => own.some(mark => JSON.stringify(statement.values).includes(mark))
  const open = new Map<number, Statement[]>()
  const found: Statement[] = []
  for (const statement of heard) {
    const transaction = open.get(statement.connection)
    const word = statement.text.trim().toLowerCase()
    if (transaction) {
      transaction.push(statement)
      if (word !== 'commit' && word !== 'rollback') continue
      open.delete(statement.connection)
      if (transaction.some(isOwn)) found.push(...transaction)
    } else if (word.startsWith('begin')) open.set(statement.connection, [statement])
    else if (isOwn(statement)) found.push(statement)
  }
  return found
}

/** Sends the same statements and commits for each of `targets`, so many connections at once; milliseconds in all. */
export async function replay(
  appUrl: string,
  connections: number,
  model: { readonly statements: readonly Statement[]; readonly marks: Marks; readonly applicationNo: string },
  targets: readonly Marks[],
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: appUrl })
      await client.connect()
      return client
    }),
  )
  const clientOf = (lane: number): pg.Client => {
    const client = clients[lane]
    if (!client) throw new Error(`no connection ${lane}`)
    return client
  }
  const made = idsMadeBy(model)
  const took = await timed(targets, connections, async (target, lane) => {
    const names = new Map(Object.entries(model.marks).map(([mark, text]) => [text, target[mark as keyof Marks]]))
    for (const id of made) names.set(id, randomId())
    for (const { text, values } of model.statements) {
      const { rows } = (await clientOf(lane).query(
        text,
        values.map(value => renamed(value, names)),
      )) as pg.QueryResult
      const given = rows?.[0]?.application_no as string | undefined
      if (given !== undefined) names.set(model.applicationNo, given)
    }
  })
  await Promise.all(clients.map(client => client.end()))
  return took
}

/** Ids the server made for this renewal (a consent, a paper): each replay makes its own, as the server does. */
function idsMadeBy({ statements, marks }: { readonly statements: readonly Statement[]; readonly marks: Marks }) {
  const known = new Set<unknown>(Object.values(marks))
  const values = statements.filter(({ text }) => /^\s*insert/iu.test(text)).flatMap(statement => statement.values)
  return [...new Set(values)].filter((value): value is string => isRandomId(value) && !known.has(value))
}

const isRandomId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value)

/** The value with the marks of the model exchanged, wherever they stand in it. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map(part => renamed(part, names))
  if (typeof value !== 'string') return value
  let text = value
  for (const [from, to] of names) text = text.replaceAll(from, to)
  return text
}
