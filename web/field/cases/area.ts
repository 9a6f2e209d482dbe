import { caseFieldRoutes as routes } from '#contract/cases'
import { call, type Reply } from '../../shared/api.ts'
import { defineArea } from '../app/area.ts'
import { casesDoor } from './door.ts'
import { CasesScreen } from './screens/cases.tsx'

/** 我办的案件 with what waits for this officer's signature. */
export type CasesDay = Reply<typeof routes.myCases>

/** 办案: 询问笔录 and 检查笔录 where they happen. */
export const casesArea = defineArea<CasesDay>({
  id: 'cases',
  text: 'area.cases',
  needs: routes.myCases,
  load: () => call(routes.myCases),
  Screen: CasesScreen,
  door: casesDoor,
})
