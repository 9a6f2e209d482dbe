/** What can be asked of metrics, for server and browser alike. */
export { BoardEvent, BoardMap, boardRoutes, Promised } from './contract/board.ts'
export { CircleView, circleRoutes, SitingResult, SitingView } from './contract/circle.ts'
export { FigureReport, FigureRow, FigureValue, FigureView, routes } from './contract/figures.ts'
export { OpenDataset, openDataRoutes } from './contract/open-data.ts'
export { figureChange } from './rules/change.ts'
export { formatValue } from './rules/format-value.ts'
