import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { faceRoutes } from './contract/face.ts'
import {
  CardFields,
  Envelope,
  HeldActView,
  Hex,
  Id,
  MaskedPerson,
  strict,
  TerminalView,
  Text,
} from './contract/shapes.ts'
import { signInRoutes } from './contract/sign-in.ts'

export { AgencyKeyView, agencyKeyRoutes } from './contract/agency-keys.ts'
export {
  CounterSession,
  counterRoutes,
} from './contract/counter.ts'
export {
  AlarmView,
  FleetRow,
  type FleetView,
  fleetRoutes,
  NearbyPoint,
  type TerminalLife,
  TerminalSettings,
} from './contract/fleet.ts'
export { InterestView, interestRoutes } from './contract/interests.ts'
export { type MessageView, messageRoutes, type ToldWay, toldWays, type UnreachedView } from './contract/messages.ts'
export { pointRoutes, ServicePoint } from './contract/points.ts'
export {
  CardFields,
  Envelope,
  HeldActView,
  InnerAct,
  StaffView,
  TerminalView,
} from './contract/shapes.ts'
export {
  StaffChangeView,
  StaffMember,
  StaffWanted,
  staffAdminRoutes,
} from './contract/staff.ts'
export { webRoutes } from './contract/web-routes.ts'
export { ConsentView, WebVisitor } from './contract/web-shapes.ts'
export { decideFace, type FacePolicy, type FaceResult } from './rules/face/decide-face.ts'
export { faceTerms } from './rules/face/terms.ts'
export { type InterestKind, interestKinds } from './rules/interest.ts'

export const routes = {
  ...faceRoutes,
  ...signInRoutes,
  proposeTerminal: {
    method: 'POST',
    url: '/api/access/terminals',
    allow: allow.staff('systemAdmin'),
    privileged: true,
    summary: '登记终端（第一人）',
    body: Type.Object({ code: Text(32), name: Text(60), areaCode: Text(12, 6) }, strict),
    reply: TerminalView,
  },
  confirmTerminal: {
    method: 'POST',
    url: '/api/access/terminals/:id/confirmation',
    allow: allow.staff('securityAdmin'),
    privileged: true,
    summary: '核准终端入网（第二人），得一次性入网码',
    params: Type.Object({ id: Id }),
    reply: Type.Object({ code: Type.String(), expiresAt: Type.String() }),
  },
  revokeTerminal: {
    method: 'POST',
    // Not privileged: a stolen machine is stopped at once, whatever the state of the ledger.
    url: '/api/access/terminals/:id/revocation',
    allow: allow.staff('securityAdmin'),
    summary: '吊销终端密钥',
    params: Type.Object({ id: Id }),
    body: Type.Object({ reason: Text(200) }, strict),
    reply: TerminalView,
  },
  listTerminals: {
    method: 'GET',
    url: '/api/access/terminals',
    allow: allow.anyStaff,
    summary: '终端列表',
    reply: Type.Object({ items: Type.Array(TerminalView), total: Type.Integer() }),
  },
  redeemEnrolment: {
    method: 'POST',
    url: '/api/access/terminal-enrolments/redeem',
    allow: allow.public,
    summary: '终端凭入网码提交公钥',
    withoutKey: 'the one-time code is the key',
    body: Type.Object({ code: Text(64), publicKey: Hex(130) }, strict),
    reply: Type.Object({
      terminalId: Id,
      name: Type.String(),
      areaCode: Type.String(),
      serverSealingKey: Type.String(),
    }),
  },
  openChannel: {
    method: 'POST',
    url: '/api/access/terminal-channels',
    allow: allow.public,
    summary: '终端建立信道',
    withoutKey: 'the boot counter makes each handshake single',
    body: Type.Object(
      {
        terminalId: Id,
        bootCounter: Type.Integer({ minimum: 1 }),
        nonce: Hex(64),
        version: Text(40),
        signature: Hex(200),
      },
      strict,
    ),
    reply: Type.Object({
      channelId: Id,
      wrappedKey: Type.String(),
      serverTime: Type.String(),
      expiresAt: Type.String(),
    }),
  },
  heartbeat: {
    method: 'POST',
    url: '/api/access/terminal-heartbeats',
    allow: allow.terminal,
    summary: '终端心跳',
    withoutKey: 'overwrites the last state; the channel counter refuses replays',
    body: Type.Object(
      {
        version: Text(40),
        reader: Text(20),
        printer: Text(20),
        paper: Text(20),
        pendingActs: Type.Integer({ minimum: 0 }),
        diskFreeMb: Type.Integer({ minimum: 0 }),
        faults: Type.Array(Text(80), { maxItems: 20 }),
        /** The version of the settings that the terminal obeys. */
        settingsVersion: Type.Optional(Type.Integer({ minimum: 0 })),
      },
      strict,
    ),
    reply: Type.Object({
      notice: Type.Union([Type.String(), Type.Null()]),
      revoked: Type.Boolean(),
      serverTime: Type.String(),
      /** 远程设置 that the terminal does not obey yet; `text` is the JSON that `mac` signs with the channel's key. */
      settings: Type.Union([
        Type.Object({ version: Type.Integer(), text: Type.String(), mac: Type.String() }),
        Type.Null(),
      ]),
    }),
  },
  openCardSession: {
    method: 'POST',
    url: '/api/access/card-sessions',
    allow: allow.terminal,
    summary: '凭身份证开始办理',
    withoutKey: 'each call is a new session; the channel counter refuses replays',
    body: Type.Object({ card: CardFields }, strict),
    reply: Type.Object({
      token: Type.String(),
      sessionId: Id,
      person: MaskedPerson,
      endsInSeconds: Type.Integer(),
      idleSeconds: Type.Integer(),
    }),
  },
  extendCardSession: {
    method: 'POST',
    url: '/api/access/card-sessions/current/extension',
    allow: allow.citizen,
    summary: '继续办理',
    withoutKey: 'idempotent by nature',
    reply: Type.Object({ endsInSeconds: Type.Integer(), idleSeconds: Type.Integer() }),
  },
  endCardSession: {
    method: 'DELETE',
    url: '/api/access/card-sessions/current',
    allow: allow.citizen,
    summary: '退出办理',
    withoutKey: 'idempotent by nature',
    reply: 'empty',
  },
  terminalAct: {
    method: 'POST',
    url: '/api/access/terminal-acts',
    allow: allow.terminal,
    summary: '终端密封的办理动作',
    body: Envelope,
    reply: Type.Unknown(),
  },
  listHeldActs: {
    method: 'GET',
    url: '/api/access/held-acts',
    allow: allow.staff('window', 'helper'),
    summary: '待人工处理的办理动作',
    reply: Type.Object({ items: Type.Array(HeldActView) }),
  },
  openHeldAct: {
    method: 'POST',
    url: '/api/access/held-acts/:id/opening',
    allow: allow.staff('window'),
    summary: '查看待人工处理的内容（留痕）',
    withoutKey: 'reads only; each look is a line of the audit ledger',
    params: Type.Object({ id: Id }),
    reply: Type.Object({
      held: HeldActView,
      /** Null when the envelope cannot be opened with this server's key. */
      act: Type.Union([
        Type.Object({ url: Type.String(), capturedAt: Type.String(), body: Type.Unknown() }),
        Type.Null(),
      ]),
      person: Type.Union([Type.Object({ name: Type.String(), idNoMasked: Type.String() }), Type.Null()]),
    }),
  },
  settleHeldAct: {
    method: 'POST',
    url: '/api/access/held-acts/:id/settlement',
    allow: allow.staff('window'),
    summary: '待人工处理的动作已处理',
    params: Type.Object({ id: Id }),
    body: Type.Object({ note: Text(200) }, strict),
    reply: 'empty',
  },
  callHelper: {
    method: 'POST',
    url: '/api/access/help-calls',
    allow: allow.of(allow.terminal, allow.citizen),
    summary: '找人帮忙',
    body: Type.Object({ step: Text(60) }, strict),
    reply: Type.Object({ id: Id, message: Type.String() }),
  },
  listHelpCalls: {
    method: 'GET',
    url: '/api/access/help-calls',
    allow: allow.anyStaff,
    summary: '待回应的求助',
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Id,
          terminal: Type.String(),
          step: Type.String(),
          at: Type.String(),
          answeredBy: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
    }),
  },
  answerHelpCall: {
    method: 'POST',
    url: '/api/access/help-calls/:id/answer',
    allow: allow.anyStaff,
    summary: '回应求助',
    params: Type.Object({ id: Id }),
    reply: 'empty',
  },
  /** Bound by the demonstration only (src/app/demo); production has no such address. */
  demoAccounts: {
    method: 'GET',
    url: '/api/demo/accounts',
    allow: allow.public,
    summary: '演示账号与当前动态码（仅演示模式）',
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          account: Type.String(),
          name: Type.String(),
          password: Type.String(),
          code: Type.String(),
        }),
      ),
    }),
  },
} as const satisfies Routes
