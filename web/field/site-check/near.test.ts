import { expect, it } from 'vitest'
import type { SiteBundle } from './area.ts'
import { gatesNear, shopsNear } from './near.ts'

const door = { lng: 112.44, lat: 22.345 }
const gate = (schoolId: string, metresEast: number, kind = 'primary') => ({
  schoolId,
  school: `学校${schoolId}`,
  gate: '正门',
  kind,
  lng: door.lng + metresEast / 102_800,
  lat: door.lat,
})
const bundle: SiteBundle = {
  tasks: [],
  gates: [gate('far', 4_000), gate('b', 300), gate('a', 120), gate('k', 500, 'kindergarten'), gate('d', 700)],
  shops: [
    { licenceNo: '440785100001', name: '自己', ...door },
    { licenceNo: '440785100002', name: '隔壁', lng: door.lng + 40 / 102_800, lat: door.lat },
  ],
  colleagues: [],
  schoolMetres: 100,
  kindergartenMetres: 50,
  positionErrorMetres: 10,
  leastPhotos: 2,
}
const place = { ...door, accuracyMetres: 30, at: '2026-11-26T01:00:00Z' }

it('the three nearest gates come first with the rule for their kind; a measured one stays although it is far', () => {
  const near = gatesNear({ place, onRecord: null }, bundle, ['far/正门'])
  expect(near.map(({ key, limit }) => [key.split('/')[0], limit])).toEqual([
    ['a', 100],
    ['b', 100],
    ['k', 50],
    ['far', 100],
  ])
})

it('the line carries the error of telephone and register together', () => {
  const [nearest] = gatesNear({ place, onRecord: null }, bundle, [])
  expect(Math.round(nearest?.line?.metres ?? 0)).toBe(120)
  expect(nearest?.line?.errorMetres).toBe(40)
})

it('a shop is not its own neighbour, and without any place nothing is guessed', () => {
  expect(shopsNear({ place, onRecord: door }, bundle, []).map(({ name }) => name)).toEqual(['隔壁'])
  expect(gatesNear({ place: null, onRecord: null }, bundle, [])).toEqual([])
})
