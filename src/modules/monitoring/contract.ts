export { type AlertPoint, AlertView, type IndicatorView, routes } from './contract/board.ts'
export { HotspotsView } from './contract/hotspots.ts'
export { ModelView, modelRoutes, type RateView, VersionView } from './contract/model.ts'
export type { ModelMove, ModelState } from './rules/model-moves.ts'
