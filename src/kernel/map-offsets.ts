import type { Position } from './position.ts'

const { sin, cos, sqrt, abs, PI } = Math
// Krasovsky 1940, on which the published GCJ-02 formula rests.
const semiMajor = 6_378_245
const eccentricitySquared = 0.006693421622965943

/** The rectangle in which Chinese maps are offset; it is part of the published formula. */
export function inChinaBox({ lng, lat }: Position): boolean {
  return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271
}

/** WGS-84 → GCJ-02 (国测局坐标) by the well-known published formula. */
export function wgs84ToGcj02({ lng, lat }: Position): Position {
  const x = lng - 105
  const y = lat - 35
  const phi = (lat / 180) * PI
  const magic = 1 - eccentricitySquared * sin(phi) ** 2
  const metresNorth = (semiMajor * (1 - eccentricitySquared)) / (magic * sqrt(magic))
  const metresEast = (semiMajor / sqrt(magic)) * cos(phi)
  return {
    lng: lng + (eastOffset(x, y) * 180) / (metresEast * PI),
    lat: lat + (northOffset(x, y) * 180) / (metresNorth * PI),
  }
}

/** GCJ-02 → BD-09 (百度坐标). */
export function gcj02ToBd09({ lng, lat }: Position): Position {
  const turn = (PI * 3000) / 180
  const radius = sqrt(lng * lng + lat * lat) + 0.00002 * sin(lat * turn)
  const angle = Math.atan2(lat, lng) + 0.000003 * cos(lng * turn)
  return { lng: radius * cos(angle) + 0.0065, lat: radius * sin(angle) + 0.006 }
}

function northOffset(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
  const long = 160 * sin((y / 12) * PI) + 320 * sin((y / 30) * PI)
  return base + ((ripple(x) + 20 * sin(y * PI) + 40 * sin((y / 3) * PI) + long) * 2) / 3
}

function eastOffset(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
  const long = 150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)
  return base + ((ripple(x) + 20 * sin(x * PI) + 40 * sin((x / 3) * PI) + long) * 2) / 3
}

function ripple(x: number): number {
  return 20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)
}
