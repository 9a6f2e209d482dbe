import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { strict } from './shapes/parts.ts'
import { PrintTicket } from './shapes.ts'

const CounterId = Type.Object({ counterId: Type.String({ format: 'uuid' }) })
const PrintOfVisit = Type.Object({ ...CounterId.properties, printId: Type.String({ format: 'uuid' }) })
const windowStaff = allow.staff('window')

/** 查询打印 at the window: the sheet and the ledger of every channel, for the person who stands there (`counterId` of access). */
export const windowPrintRoutes = {
  windowReservePrint: {
    method: 'POST',
    url: '/api/licensing/window/:counterId/prints',
    allow: windowStaff,
    summary: '窗口：登记打印查询件',
    params: CounterId,
    body: Type.Object({ licenceNo: Type.String({ maxLength: 12 }) }, strict),
    reply: PrintTicket,
  },
  windowPrintPage: {
    method: 'GET',
    url: '/api/licensing/window/:counterId/prints/:printId/page',
    allow: windowStaff,
    summary: '窗口：查询件打印页（PDF）',
    params: PrintOfVisit,
    reply: 'pdf',
  },
  windowTellPrint: {
    method: 'POST',
    url: '/api/licensing/window/:counterId/prints/:printId/outcome',
    allow: windowStaff,
    summary: '窗口：已打印，或者没有打出来',
    params: PrintOfVisit,
    body: Type.Object({ printed: Type.Boolean() }, strict),
    reply: PrintTicket,
  },
} as const satisfies Routes
