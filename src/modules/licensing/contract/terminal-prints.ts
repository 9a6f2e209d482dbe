import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'

/** 一台终端近三十天的打印: how many sheets came out, how many did not, and of how many nobody knows. */
export const terminalPrintsRoute = {
  printsOfTerminal: {
    method: 'GET',
    url: '/api/licensing/terminals/:terminalId/prints',
    allow: allow.anyStaff,
    summary: '一台终端近三十天的打印次数',
    params: Type.Object({ terminalId: Type.String({ format: 'uuid' }) }),
    reply: Type.Object({ printed: Type.Integer(), failed: Type.Integer(), unknown: Type.Integer() }),
  },
} as const satisfies Routes
