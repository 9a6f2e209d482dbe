import { fromWgs84, type Position } from '#kernel/position'

/** Opens the telephone's own map app (高德 URI; GCJ-02). */
export function mapLink(to: Position, name: string): string {
  const place = fromWgs84(to, 'GCJ02')
  return `https://uri.amap.com/navigation?to=${place.lng.toFixed(6)},${place.lat.toFixed(6)},${encodeURIComponent(name)}&mode=car&coordinate=gaode`
}
