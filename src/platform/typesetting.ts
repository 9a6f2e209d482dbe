/** Typesetting (排版): data and a Typst template in, a PDF out. Knows no domain; templates live with their modules. */
export { type Coverage, shippedCoverage } from './typesetting/coverage.ts'
export { drawable } from './typesetting/drawable.ts'
export { strokesSvg } from './typesetting/strokes.ts'
export { setPdf, TypesettingError } from './typesetting/typesetter.ts'
