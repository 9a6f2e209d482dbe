import { canonicalJson, type TextDigest } from './canonical.ts'
import { type DrawFile, type DrawResult, leastParties } from './manifest.ts'
import { commitmentOf, manifestHashOf, seedOf } from './seed.ts'
import { draw } from './select.ts'

interface DrawCheck {
  readonly code: string
  readonly zh: string
  readonly ok: boolean
  /** What does not fit, so that the reader knows where to look. */
  readonly detail?: string
}

export interface DrawVerdict {
  readonly ok: boolean
  readonly checks: readonly DrawCheck[]
}

type Outcome = { readonly ok: boolean; readonly detail?: string }

/**
 * 抽查核验: makes the published draw again from its own lists and secrets and compares line by line. Pure: server, command and a page
 * without network give the same answer. Throws only for what is no draw file at all (see verify.ts, which looks at the shape first).
 */
export function verifyDrawFile(file: DrawFile, digest: TextDigest): DrawVerdict {
  const again = draw(file.manifest, seedFrom(file, digest), digest)
  const checks = steps.map(({ code, zh, check }) => ({ code, zh, ...check(file, { digest, again }) }))
  return { ok: checks.every(({ ok }) => ok), checks: [{ code: 'shape', zh: '文件格式完整', ok: true }, ...checks] }
}

const names = (found: readonly string[]): Outcome =>
  found.length === 0 ? { ok: true } : { ok: false, detail: found.slice(0, 5).join('、') }

interface Means {
  readonly digest: TextDigest
  /** The draw made again from the file's lists and secrets. */
  readonly again: DrawResult
}

const steps: readonly { code: string; zh: string; check: (file: DrawFile, means: Means) => Outcome }[] = [
  {
    code: 'lists',
    zh: '名录里没有重复的检查对象、人员和参与方',
    check: ({ manifest: { objects, officers, parties } }) =>
      names([objects, officers, parties].flatMap(list => twins(list.map(({ id }) => id)))),
  },
  {
    code: 'manifest',
    zh: '名录和规则与公示的摘要一致',
    check: ({ manifest, manifestHash }, { digest }) => ({ ok: manifestHashOf(manifest, digest) === manifestHash }),
  },
  {
    code: 'parties',
    zh: `至少${leastParties}方参与，各方先承诺、后公开，一方不缺`,
    check: ({ manifest, commitments, reveals }) =>
      names(
        manifest.parties
          .map(({ id }) => id)
          .filter(id => [commitments, reveals].some(list => list.filter(({ party }) => party === id).length !== 1))
          .concat(strangers(manifest.parties, [...commitments, ...reveals])),
      ),
  },
  {
    code: 'order',
    zh: '先公示名录，再作承诺；全部承诺之后才公开',
    check: ({ frozenAt, commitments, reveals, publicValue, drawnAt }) => ({
      ok:
        commitments.every(({ at }) => later(at, frozenAt)) &&
        reveals.every(reveal => commitments.every(({ at }) => later(reveal.at, at)) && later(drawnAt, reveal.at)) &&
        (publicValue === null ||
          (commitments.every(({ at }) => later(publicValue.at, at)) && later(drawnAt, publicValue.at))),
    }),
  },
  {
    code: 'commitments',
    zh: '公开的随机数与事先的承诺一致',
    check: ({ manifest: { drawId }, commitments, reveals }, { digest }) =>
      names(
        reveals
          .filter(({ party, secret }) => {
            const promised = commitments.find(one => one.party === party)?.commitment
            return promised !== commitmentOf({ drawId, party, secret }, digest)
          })
          .map(({ party }) => party),
      ),
  },
  {
    code: 'publicValue',
    zh: '公开数值按事先说明使用',
    check: ({ manifest, publicValue }) => ({ ok: (manifest.publicValue === null) === (publicValue === null) }),
  },
  {
    code: 'seed',
    zh: '种子由各方随机数算出',
    check: ({ result }, { again }) => ({ ok: again.seed === result.seed }),
  },
  {
    code: 'selected',
    zh: '抽中的检查对象可以重算出来',
    check: ({ result }, { again }) => {
      const [found, listed] = [again, result].map(({ selected }) => new Set(selected.map(({ id }) => id)))
      const wrong = [...(found ?? [])]
        .filter(id => !listed?.has(id))
        .concat([...(listed ?? [])].filter(id => !found?.has(id)))
      return { ...names(wrong), ok: canonicalJson(again.selected) === canonicalJson(result.selected) }
    },
  },
  {
    code: 'groups',
    zh: '选派的检查人员可以重算出来',
    check: ({ result }, { again }) => ({ ok: canonicalJson(again.groups) === canonicalJson(result.groups) }),
  },
]

const seedFrom = ({ manifest, reveals, publicValue }: DrawFile, digest: TextDigest): string =>
  seedOf(
    {
      manifestHash: manifestHashOf(manifest, digest),
      secrets: reveals,
      publicValue: publicValue?.value ?? null,
    },
    digest,
  )

const later = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b)

function twins(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return ids.filter(id => seen.size === seen.add(id).size)
}

const strangers = (parties: readonly { id: string }[], acts: readonly { party: string }[]): string[] =>
  acts.map(({ party }) => party).filter(party => parties.every(({ id }) => id !== party))
