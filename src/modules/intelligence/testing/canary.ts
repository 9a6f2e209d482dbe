import { execFileSync } from 'node:child_process'
import pg from 'pg'

/** One reply as somebody got it. */
export interface Heard {
  readonly who: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body: Buffer
}

/** What is on a reply for its reader: the words of a printed page, or the body as it is. */
export const wordsOf = (body: Buffer): string =>
  body.subarray(0, 5).toString() === '%PDF-'
    ? execFileSync('pdftotext', ['-raw', '-', '-'], { input: body }).toString().replaceAll(/\s/gu, '')
    : body.toString()

/** Every row of every table as text: what a backup or a curious administrator reads. */
export async function dump(superUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      texts.push(`${name}\n${rows.map(({ row }) => row).join('\n')}`)
    }
    return texts.join('\n')
  } finally {
    await client.end()
  }
}
