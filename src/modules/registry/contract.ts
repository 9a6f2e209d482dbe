import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'

export { type Booking, type Delivery, deliveryRoutes } from './contract/deliveries.ts'
export { GateView, SchoolCard, schoolRoutes, WalkView } from './contract/school.ts'
export { type WalkMethod, walkMethods } from './rules/walk.ts'

export const businessFormats = ['食杂店', '便利店', '超市', '商场', '烟酒商店', '娱乐服务类', '其他'] as const
export const licenceStates = ['valid', 'suspended', 'rectifying', 'expiredPending', 'expired', 'cancelled'] as const

const Position = Type.Union([Type.Object({ lng: Type.Number(), lat: Type.Number() }), Type.Null()])

export const AreaView = Type.Object({
  code: Type.String(),
  name: Type.String(),
  kind: Type.Enum(['county', 'town', 'village', 'grid']),
  parentCode: Type.Union([Type.String(), Type.Null()]),
  position: Position,
})
export type AreaView = Static<typeof AreaView>

export const RetailerRow = Type.Object({
  licenceNo: Type.String(),
  shopName: Type.String(),
  operatorNameMasked: Type.String(),
  phoneMasked: Type.String(),
  address: Type.String(),
  areaCode: Type.String(),
  townName: Type.String(),
  businessFormat: Type.String(),
  state: Type.Enum([...licenceStates]),
  validTo: Type.String(),
  position: Position,
})
export type RetailerRow = Static<typeof RetailerRow>

export const RetailerView = Type.Object({
  ...RetailerRow.properties,
  id: Type.String(),
  creditCode: Type.Union([Type.String(), Type.Null()]),
  marketType: Type.String(),
  grade: Type.Union([Type.Integer(), Type.Null()]),
  subjectKind: Type.String(),
  scope: Type.Array(Type.String()),
  licensedOn: Type.String(),
  validFrom: Type.String(),
  operatorIdMasked: Type.String(),
  nearestGate: Type.Union([
    Type.Object({ school: Type.String(), gate: Type.String(), kind: Type.String(), metres: Type.Integer() }),
    Type.Null(),
  ]),
  sameAddress: Type.Array(Type.String()),
  sameOperator: Type.Array(Type.String()),
})
export type RetailerView = Static<typeof RetailerView>

/** 示意图: cells around the towns' centres, not surveyed boundaries; the map says so. */
export const MapAreas = Type.Object({
  type: Type.Enum(['FeatureCollection']),
  note: Type.String(),
  features: Type.Array(
    Type.Object({
      type: Type.Enum(['Feature']),
      properties: Type.Object({ code: Type.String(), name: Type.String(), lng: Type.Number(), lat: Type.Number() }),
      geometry: Type.Object({
        type: Type.Enum(['Polygon']),
        coordinates: Type.Array(Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }))),
      }),
    }),
  ),
})
export type MapAreas = Static<typeof MapAreas>

const Page = {
  page: Type.Integer({ minimum: 1, default: 1 }),
  size: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
}

export const routes = {
  listAreas: {
    method: 'GET',
    url: '/api/registry/areas',
    allow: allow.public,
    summary: '行政区划',
    reply: Type.Object({ items: Type.Array(AreaView) }),
  },
  listRetailers: {
    method: 'GET',
    url: '/api/registry/retailers',
    allow: allow.anyStaff,
    summary: '零售户列表',
    query: Type.Object({
      ...Page,
      search: Type.Optional(Type.String({ maxLength: 60 })),
      town: Type.Optional(Type.String({ maxLength: 12 })),
      state: Type.Optional(Type.Enum([...licenceStates])),
      format: Type.Optional(Type.Enum([...businessFormats])),
      expiresBefore: Type.Optional(Type.String({ format: 'date' })),
    }),
    reply: Type.Object({ items: Type.Array(RetailerRow), total: Type.Integer() }),
  },
  getRetailer: {
    method: 'GET',
    url: '/api/registry/retailers/:licenceNo',
    allow: allow.anyStaff,
    summary: '一户一页',
    params: Type.Object({ licenceNo: Type.String({ maxLength: 12 }) }),
    reply: RetailerView,
  },
  /** Points for the map: small rows only (no names of persons), all shops of the reader's areas. */
  mapPoints: {
    method: 'GET',
    url: '/api/registry/map-points',
    allow: allow.anyStaff,
    summary: '地图点位',
    reply: Type.Object({
      shops: Type.Array(
        Type.Object({
          licenceNo: Type.String(),
          name: Type.String(),
          state: Type.String(),
          /** For the filter by town; a server that leaves it out has no such filter on its map. */
          areaCode: Type.Optional(Type.String()),
          lng: Type.Number(),
          lat: Type.Number(),
        }),
      ),
      gates: Type.Array(
        Type.Object({
          school: Type.String(),
          gate: Type.String(),
          kind: Type.String(),
          lng: Type.Number(),
          lat: Type.Number(),
        }),
      ),
      servicePoints: Type.Array(
        Type.Object({
          code: Type.String(),
          name: Type.String(),
          kind: Type.String(),
          lng: Type.Number(),
          lat: Type.Number(),
        }),
      ),
    }),
  },
  mapAreas: {
    method: 'GET',
    url: '/api/registry/map-areas',
    allow: allow.public,
    summary: '镇街示意范围（GeoJSON）',
    reply: MapAreas,
  },
  nearestServicePoints: {
    method: 'GET',
    url: '/api/registry/service-points/nearest',
    allow: allow.public,
    summary: '最近的服务点',
    query: Type.Object({
      lng: Type.Number({ minimum: 73, maximum: 136 }),
      lat: Type.Number({ minimum: 3, maximum: 54 }),
    }),
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          code: Type.String(),
          name: Type.String(),
          kind: Type.String(),
          lng: Type.Number(),
          lat: Type.Number(),
          metres: Type.Integer(),
        }),
      ),
    }),
  },
} as const satisfies Routes
