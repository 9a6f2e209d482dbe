import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { CaseNo, Nullable, strict, Words } from './shapes.ts'

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const Large = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })

/** 网络案件 of a group of linked cases: what is known, as it was entered with its source. */
export const NetworkFactsBody = Type.Object(
  {
    ...{ links: Count, layers: Count, areas: Count, provinces: Count, arrested: Count, sentenced: Count },
    ...{ value: Large, sticks: Large },
    evidence: Type.String({ minLength: 1, maxLength: 300 }),
  },
  strict,
)
export type NetworkFactsBody = Static<typeof NetworkFactsBody>

/** Why a case counts as it does: every class of the bureau's rule with each of its conditions. */
export const NetworkView = Type.Object({
  caseNo: Type.String(),
  name: Nullable(Type.String()),
  classes: Type.Array(
    Type.Object({
      name: Type.String(),
      reached: Type.Boolean(),
      conditions: Type.Array(
        Type.Object({ field: Type.String(), words: Words, need: Type.Integer(), have: Type.Integer() }),
      ),
    }),
  ),
  /** Of this case alone, in yuan and 支. */
  own: Type.Object({ value: Type.Integer(), sticks: Type.Integer() }),
  facts: Nullable(NetworkFactsBody),
  policyVersion: Type.String(),
})
export type NetworkView = Static<typeof NetworkView>

/** What the graph says of a group: proposed, and counted only when an officer took it over and saved it. */
export const NetworkProposal = Type.Object({
  /** In fen and 支; the county by its code. */
  own: Type.Object({ value: Type.Integer(), sticks: Type.Integer(), area: Type.String() }),
  cases: Type.Array(
    Type.Object({
      caseNo: Type.String(),
      /** Null where the case is not in this house, or not in the reader's area. */
      about: Nullable(Type.String()),
      area: Nullable(Type.String()),
      /** What leads there, masked. */
      via: Type.String(),
      value: Type.Integer(),
      sticks: Type.Integer(),
    }),
  ),
  layers: Type.Integer(),
  /** 省份简称 of plates among it. */
  provinces: Type.Array(Type.String()),
  cut: Type.Boolean(),
})
export type NetworkProposal = Static<typeof NetworkProposal>

const params = Type.Object({ no: CaseNo }, strict)
export const networkRoutes = {
  network: {
    method: 'GET',
    url: '/api/cases/:no/network',
    allow: allow.staff('inspector', 'head', 'legal'),
    summary: '网络案件：按本局规则的分级和每一项理由',
    params,
    reply: NetworkView,
  },
  proposeNetwork: {
    method: 'GET',
    url: '/api/cases/:no/network/proposal',
    allow: allow.staff('inspector', 'head', 'legal'),
    summary: '网络案件：按关系图提出的关联案件、人员层级和数量',
    params,
    reply: NetworkProposal,
  },
  saveNetwork: {
    method: 'POST',
    url: '/api/cases/:no/network',
    allow: allow.staff('inspector'),
    summary: '录入网络案件的关联情况（写明依据）',
    params,
    body: NetworkFactsBody,
    reply: NetworkView,
  },
} as const satisfies Routes
