import { defineModule, type Module } from '#platform/module'
import { intelligenceRefusals } from './refusals.ts'

/** 情报: the one intake of clues, sealed informants, the linking of records of the same person. */
export const createIntelligence = (): Module =>
  defineModule({ name: 'intelligence', routes: [], refusals: { ...intelligenceRefusals } })

export { clueConverted, clueFactConfirmed, clueReferred, clueTaken } from './events.ts'
export { type Link, linkRecords, type Records } from './linking/link.ts'
export { type LinkedFiles, linkFiles } from './linking/link-files.ts'
export { intelligenceRefusals } from './refusals.ts'
export { factIndex, findFact } from './store/facts.ts'
