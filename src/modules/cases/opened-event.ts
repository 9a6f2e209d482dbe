import Type from 'typebox'
import { defineEvent } from '#platform/announce'

/** 案件登记: nothing of the party is told; whoever reacts reads the case by its number. */
export const caseOpened = defineEvent('cases.caseOpened', Type.Object({ caseNo: Type.String() }))
