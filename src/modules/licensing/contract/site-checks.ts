import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Digest, NearPlace, SiteCheckRecord, SiteCheckTask, SiteCheckView, Uuid } from './shapes/site-check.ts'

export type { SiteCheckRecord, SiteCheckTask, SiteCheckView } from './shapes/site-check.ts'

const strict = { additionalProperties: false } as const
const verifier = allow.staff('verifier')
const readers = allow.staff('verifier', 'reviewer', 'decider', 'head', 'window', 'legal')
const params = {
  file: Type.Object({ applicationNo: Type.String({ maxLength: 30 }) }),
  check: Type.Object({ applicationNo: Type.String({ maxLength: 30 }), id: Uuid }),
}
const Held = Type.Object({ id: Type.String(), why: Type.String(), by: Type.String(), heldAt: Type.String() })

/** 现场动作: one act of a verifier as the telephone keeps and sends it. */
export const SiteCheckAct = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('record'),
      /** The digest of the colleague's record that this one stands in for, after both were compared. */
      replaces: Type.Union([Digest, Type.Null()]),
      record: SiteCheckRecord,
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('sign'), id: Uuid, digest: Digest }, strict),
  Type.Object(
    {
      kind: Type.Literal('dispute'),
      id: Uuid,
      digest: Digest,
      why: Type.String({ minLength: 1, maxLength: 500 }),
    },
    strict,
  ),
])
export type SiteCheckAct = Static<typeof SiteCheckAct>

export const siteCheckRoutes = {
  mySiteChecks: {
    method: 'GET',
    url: '/api/licensing/field/site-checks',
    allow: verifier,
    summary: '待核查的办件（离线用）',
    reply: Type.Object({
      tasks: Type.Array(SiteCheckTask),
      gates: Type.Array(
        Type.Object({
          schoolId: Type.String(),
          school: Type.String(),
          gate: Type.String(),
          kind: Type.String(),
          ...NearPlace,
        }),
      ),
      /** Live shops of the towns of these files. */
      shops: Type.Array(Type.Object({ licenceNo: Type.String(), name: Type.String(), ...NearPlace })),
      colleagues: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      schoolMetres: Type.Number(),
      kindergartenMetres: Type.Number(),
      positionErrorMetres: Type.Number(),
      leastPhotos: Type.Integer(),
    }),
  },
  sendSitePhoto: {
    method: 'POST',
    url: '/api/licensing/field/site-checks/:applicationNo/photos',
    allow: verifier,
    summary: '现场照片（先于记录发送）',
    params: params.file,
    body: Type.Object(
      {
        digest: Digest,
        content: Type.String({ minLength: 100, maxLength: 2_000_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
        capturedAt: Type.String({ maxLength: 40 }),
      },
      strict,
    ),
    reply: 'empty',
  },
  siteCheckAct: {
    method: 'POST',
    url: '/api/licensing/field/site-checks/:applicationNo/acts',
    allow: verifier,
    summary: '现场记录、签认、提出不符（可断网保存后发送）',
    params: params.file,
    body: SiteCheckAct,
    reply: Type.Object({ id: Type.String(), label: Type.String(), labelEn: Type.String() }),
  },
  holdSiteCheck: {
    method: 'POST',
    url: '/api/licensing/field/site-checks/:applicationNo/held',
    allow: verifier,
    summary: '没有收下的现场记录交办公室处理',
    params: params.file,
    body: Type.Object({ act: SiteCheckAct, why: Type.String({ maxLength: 60 }) }, strict),
    reply: Type.Object({ id: Type.String() }),
  },
  siteChecks: {
    method: 'GET',
    url: '/api/licensing/applications/:applicationNo/site-checks',
    allow: readers,
    summary: '办件的实地核查（留痕）',
    params: params.file,
    reply: Type.Object({ items: Type.Array(SiteCheckView), held: Type.Array(Held) }),
  },
  sitePhoto: {
    method: 'GET',
    url: '/api/licensing/applications/:applicationNo/site-photos/:digest',
    allow: readers,
    summary: '现场照片（留痕）',
    params: Type.Object({ applicationNo: Type.String({ maxLength: 30 }), digest: Digest }),
    reply: Type.Object({ jpeg: Type.String(), capturedAt: Type.String() }),
  },
  openHeldSiteCheck: {
    method: 'POST',
    url: '/api/licensing/applications/:applicationNo/held-site-checks/:id/opening',
    allow: allow.staff('reviewer', 'head'),
    summary: '查看没有收下的现场记录（留痕）',
    withoutKey: 'reads only; each look is a line of the audit ledger',
    params: params.check,
    reply: Type.Object({ act: SiteCheckAct }),
  },
  settleHeldSiteCheck: {
    method: 'POST',
    url: '/api/licensing/applications/:applicationNo/held-site-checks/:id/settlement',
    allow: allow.staff('reviewer', 'head'),
    summary: '没有收下的现场记录已处理',
    params: params.check,
    body: Type.Object({ note: Type.String({ minLength: 1, maxLength: 200 }) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes
