import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { TerminalSettings } from '../contract.ts'

const Order = Type.Object({ version: Type.Integer({ minimum: 1 }), text: Type.String(), mac: Type.String() })
type Order = Static<typeof Order>
const Kept = Type.Object({ version: Type.Integer({ minimum: 1 }), settings: TerminalSettings })
type Kept = Static<typeof Kept>

const file = 'settings.json'

/** 远程设置: what the bureau told this terminal last, kept on disk so that it holds without network too. */
export interface SettingsKeeper {
  /** 0 while nothing was ever told. */
  readonly version: number
  readonly settings: TerminalSettings | undefined
  /** Takes the order in a heartbeat's reply; true when it is ours, can be understood, and now holds. */
  take(order: unknown, isOurs: (order: Order) => boolean): boolean
}

export function settingsKeeper(dataDir: string): SettingsKeeper {
  let kept = read(dataDir)
  return {
    get version() {
      return kept?.version ?? 0
    },
    get settings() {
      return kept?.settings
    },
    take(order, isOurs) {
      if (!Value.Check(Order, order) || order.version === kept?.version || !isOurs(order)) return false
      const settings = settingsIn(order.text)
      if (settings === undefined) return false
      const next = { version: order.version, settings }
      write(dataDir, next)
      kept = next
      return true
    },
  }
}

function settingsIn(text: string): TerminalSettings | undefined {
  try {
    const settings: unknown = JSON.parse(text)
    return Value.Check(TerminalSettings, settings) ? settings : undefined
  } catch {
    return undefined
  }
}

/** A file that cannot be understood is as none: the terminal says version 0 and is told again. */
function read(dataDir: string): Kept | undefined {
  const path = join(dataDir, file)
  if (!existsSync(path)) return undefined
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Value.Check(Kept, kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Written beside and renamed: after a power cut there is the old file or the new one. */
function write(dataDir: string, kept: Kept): void {
  const next = join(dataDir, `${file}.next`)
  const fd = openSync(next, 'w', 0o600)
  writeSync(fd, JSON.stringify(kept))
  fsyncSync(fd)
  closeSync(fd)
  renameSync(next, join(dataDir, file))
}
