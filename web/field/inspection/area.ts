import { visitRoutes } from '#contract/inspection'
import { defineArea } from '../app/area.ts'
import { type InspectionDay, loadInspectionDay } from './bundle.ts'
import { inspectionDoor } from './door.ts'
import './inspection.css'
import { InspectionScreen } from './screens/inspection.tsx'

/** 检查: the visits of an officer today. */
export const inspectionArea = defineArea<InspectionDay>({
  id: 'inspection',
  text: 'area.inspection',
  needs: visitRoutes.myVisits,
  load: loadInspectionDay,
  Screen: InspectionScreen,
  door: inspectionDoor,
})
