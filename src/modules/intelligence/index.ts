/** 情报研判: so far the linking of records that are of the same person; clues, informants and the graph are not built yet. */
export { type Link, linkRecords, type Records } from './linking/link.ts'
export { type LinkedFiles, linkFiles } from './linking/link-files.ts'
export { intelligenceRefusals } from './refusals.ts'
