import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { ruleVersion } from '../rules/checks/basis.ts'
import { type DecideService, decideService } from '../rules/checks/decide.ts'

/** 规则存本: one file for each version of the rules that ever decided, made by `npm run rules:keep`. */
export const ruleBookFolder = join(import.meta.dirname, '../rule-books')

const opened = new Map<string, DecideService | undefined>()

/** The rules of a version, as they were; undefined where no book was kept. These rules are their own book. */
export function ruleBook(version: string): DecideService | undefined {
  if (version === ruleVersion) return decideService
  if (!opened.has(version)) opened.set(version, keptBook(version))
  return opened.get(version)
}

/** Part of the program like any other file of it; a version comes from the database, so it names no path. */
export function keptBook(version: string): DecideService | undefined {
  const path = join(ruleBookFolder, `${version}.book`)
  if (!/^[a-z0-9-]{1,40}$/u.test(version) || !existsSync(path)) return undefined
  const text = readFileSync(path, 'utf8')
  return (runInThisContext(`(() => {${text};return book})()`, { filename: path }) as { decideService: DecideService })
    .decideService
}
