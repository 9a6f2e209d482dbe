import type { ComponentType } from 'react'
import type { FieldTask } from '#contract/inspection'
import type { AreaProps } from '../../app/area.ts'
import type { InspectionDay } from '../bundle.ts'
import { type Keep, keepFor } from '../keep.ts'
import { texts } from '../texts.ts'
import { type SeenVisit, useVisit } from '../use-visit.ts'
import { ChecksScreen } from './checks.tsx'
import { CodesScreen } from './codes.tsx'
import { DifferencesScreen } from './differences.tsx'
import { FilingScreen } from './filing.tsx'
import { OfficersScreen } from './officers.tsx'
import { PhotosScreen } from './photos.tsx'
import { ResultScreen } from './result.tsx'
import { RetailerScreen } from './retailer.tsx'
import { ScanInScreen } from './scan-in.tsx'
import { StepsScreen } from './steps.tsx'

interface Props extends Pick<AreaProps<InspectionDay>, 'staff' | 'outbox' | 'go'> {
  readonly day: InspectionDay
  readonly task: FieldTask
  readonly part: string | undefined
}

/** What every step of a visit gets; `keep` is done when the act lies on the telephone. */
export interface StepProps {
  readonly day: InspectionDay
  readonly task: FieldTask
  readonly visit: SeenVisit
  readonly staffId: string
  readonly keep: Keep
  /** Back to the steps. */
  readonly done: () => void
}

const parts: Readonly<Record<string, ComponentType<StepProps>>> = {
  scanIn: ScanInScreen,
  checks: ChecksScreen,
  codes: CodesScreen,
  photos: PhotosScreen,
  result: ResultScreen,
  retailer: RetailerScreen,
  officers: OfficersScreen,
  differences: DifferencesScreen,
  filing: FilingScreen,
}

/** 一户一次检查: what is known of the shop, and one button for each step. */
export function TaskScreen({ day, task, staff, outbox, part, go }: Props) {
  const t = texts.useTexts()
  const visit = useVisit(task, staff.id)
  const home = `task/${task.task.id}`
  const Part = part === undefined ? undefined : parts[part]
  if (visit === undefined) return null
  const props = { day, task, visit, staffId: staff.id, keep: keepFor(task, staff.id), done: () => go(home) }
  return (
    <>
      <button type="button" className="plain-button" onClick={() => go(Part ? home : '')}>
        ‹ {t('back')}
      </button>
      <h1>{task.face.shopName}</h1>
      {Part ? (
        <Part key={part} {...props} />
      ) : (
        <StepsScreen {...props} outbox={outbox} open={name => go(`${home}/${name}`)} />
      )}
    </>
  )
}
