import { sql } from 'kysely'
import { momentOf } from '#kernel/dates'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { paperKinds } from '../papers/kinds.ts'
import type { Catalogue, PaperKind } from '../papers/paper.ts'
import { dayZh } from '../papers/texts/words.ts'
import { eventLabel } from '../rules/application/events.ts'
import { documents } from '../rules/documents/needs.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import { services } from '../rules/services/table.ts'
import { listDocuments } from '../store/documents.ts'
import { listPapers } from './paper-page.ts'

interface File {
  readonly applicationNo: string
  readonly service: ServiceCode
}

interface Line {
  readonly at: string
  readonly event: string
  readonly text: string
}

const dayOf = (at: string): string => dayZh(momentOf(Temporal.Instant.from(at)).today.toString())
const digest = (words: string): string => sm3(words).toString('hex')

/** 卷内目录: papers by the digest that was signed, materials by what is stored (sealed parts as sealed), events line by line. */
export async function catalogueOf(tx: Tx, { applicationNo, service }: File): Promise<Catalogue> {
  const papers = await listPapers(tx, applicationNo)
  const { rows: events } = await sql<Line>`
    select to_jsonb(e.at)#>>'{}' as at, e.event, to_jsonb(e)::text as text from licensing.application_event e
    where e.application_no = ${applicationNo} order by e.id`.execute(tx)
  return {
    papers: papers.map(({ kind, number, issuedAt, digest: sm3 }) => ({
      what: `《${paperKinds[kind as PaperKind].title}》${number}，${dayOf(issuedAt)}`,
      sm3,
    })),
    materials: await materials(tx, { applicationNo, service }),
    events: events.map(({ at, event, text }) => ({
      what: `${dayOf(at)} ${eventLabel(event, service).zh}`,
      sm3: digest(text),
    })),
  }
}

async function materials(tx: Tx, { applicationNo, service }: File): Promise<Catalogue['materials']> {
  const { rows } = await sql<{ form: string; signature: string; runs: string[] | null }>`
    select a.answers_sealed as form, a.signature_sealed as signature,
      (select array_agg(r.facts_digest order by r.id) from licensing.rule_run r where r.application_no = a.application_no) as runs
    from licensing.application a where a.application_no = ${applicationNo}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`${applicationNo} is gone`)
  return [
    { what: `${services[service].name.zh}申请表（密文）`, sm3: digest(row.form) },
    { what: '申请人手写签名（密文）', sm3: digest(row.signature) },
    ...(await listDocuments(tx, { applicationNo })).map(one => ({
      what: documents[one.kind].name.zh,
      sm3: one.digest,
    })),
    ...(row.runs ?? []).map((facts, place) => ({ what: `第${place + 1}次智能核对所依的事实`, sm3: facts })),
  ]
}
