/** What can be asked of metrics, for server and browser alike. */
export { FigureReport, FigureRow, FigureValue, FigureView, routes } from './contract/figures.ts'
