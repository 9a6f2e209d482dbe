/** Whether somebody's areas (6-digit county or 9-digit town codes) cover a place; the same as `platform.in_scope`. */
export function covers(areas: readonly string[], areaCode: string): boolean {
  return areas.includes(areaCode.slice(0, 6)) || areas.includes(areaCode.slice(0, 9))
}
