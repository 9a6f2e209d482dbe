import type { StaffRole } from '#kernel/actor'
import { type Moment, momentOf } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { FileData, Input } from '../rules/file.ts'
import type { FileKind } from '../rules/kinds.ts'
import { findFileOf, hasFiles, lockFile } from '../store/files.ts'
import { openFile } from './open-file.ts'
import type { Setting } from './setting.ts'
import { type FindingFact, takeFinding } from './take-finding.ts'
import { takeStep } from './take-step.ts'

export interface ToldStep {
  readonly event: string
  readonly daysAgo: number
  /** Account of who took it. */
  readonly by: string
  readonly input: Input
}

/** A file of a demonstration: begun by what a visit found, or by a person; then its steps, each on its day. */
export interface ToldFile {
  readonly kind: FileKind
  readonly licenceNo: string
  readonly daysAgo: number
  readonly by: string
  readonly input?: Input
  readonly data?: FileData
  readonly finding?: FindingFact
  /** 异议、修复: about the file told just before. */
  readonly aboutPrevious?: true
  readonly steps?: readonly ToldStep[]
}

export interface ToldOfficer {
  readonly staffId: string
  readonly roles: readonly StaffRole[]
}

interface Scene {
  readonly officers: ReadonlyMap<string, ToldOfficer>
  readonly now: Moment
  readonly setting: Setting
}

/**
 * 信用档案 of a demonstration (模拟数据): every file goes the way of a real one, on its own days, and stops at the first step the rules do
 * not allow. Nothing where there are files already. The number begun.
 */
export async function seedCreditStory(tx: Tx, files: readonly ToldFile[], scene: Scene): Promise<number> {
  if (await hasFiles(tx)) return 0
  let begun = 0
  let previous: string | undefined
  for (const file of files) {
    const about = file.aboutPrevious && previous !== undefined ? { about: previous } : {}
    const id = await tell(tx, { ...file, ...(file.input ? { input: { ...file.input, ...about } } : {}) }, scene)
    if (id === undefined) continue
    previous = id
    begun += 1
  }
  return begun
}

const onDay = ({ now }: Scene, daysAgo: number): Moment => momentOf(now.instant.subtract({ hours: 24 * daysAgo }))

async function tell(tx: Tx, told: ToldFile, scene: Scene): Promise<string | undefined> {
  const id = await begin(tx, told, scene)
  if (id === undefined) return undefined
  for (const step of told.steps ?? []) if (!(await take(tx, id, step, scene)).ok) break
  return id
}

async function begin(tx: Tx, told: ToldFile, scene: Scene): Promise<string | undefined> {
  const { kind, licenceNo, finding, input, data } = told
  const at = onDay(scene, told.daysAgo)
  if (finding !== undefined) {
    await takeFinding(tx, finding, at, scene.setting)
    return findFileOf(tx, kind, finding.taskId)
  }
  const by = labelOf(scene, told.by)
  const asked = { kind, licenceNo, by, at, ...(input ? { input } : {}), ...(data ? { data } : {}) }
  const opened = await openFile(tx, asked, scene.setting)
  return opened.ok ? opened.value : undefined
}

const labelOf = ({ officers }: Scene, account: string): string => {
  const known = officers.get(account)
  return known ? `staff:${known.staffId}` : `system:${account}`
}

async function take(tx: Tx, id: string, step: ToldStep, scene: Scene): Promise<Result<string>> {
  const officer = scene.officers.get(step.by)
  const file = await lockFile(tx, id)
  if (!officer || !file) throw new Error(`the story of ${id} has no ${step.by}`)
  const by = { kind: 'staff', ...officer, sessionId: 'demo', areas: ['440785'] } as const
  const asked = { id, event: step.event, version: file.version, input: step.input, by, at: onDay(scene, step.daysAgo) }
  return takeStep(tx, asked, scene.setting)
}
