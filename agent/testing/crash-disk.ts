import type { Disk } from '../journal/disk.ts'

/** The power went at this operation. */
export class PowerCut extends Error {}

/** Chooses a whole number from 0 to most; from fast-check, so that a failing crash is shown and shrunk. */
export type Choose = (most: number) => number

type Change = { kind: 'write'; offset: number; bytes: Buffer } | { kind: 'truncate'; size: number }
interface Inode {
  durable: Buffer
  live: Buffer
  unsynced: Change[]
}
type Names = Map<string, Inode>

/**
 * A disk that promises no more than POSIX does: until fsync every write may be lost, torn or arrive out of order,
 * and until the folder is fsynced so may names (in their order, as journalling file systems keep it).
 */
export class CrashDisk implements Disk {
  #names: Names
  #durableNames: Names
  #nameSteps: Names[] = []
  #left = Number.POSITIVE_INFINITY
  free = 1 << 30
  operations = 0

  constructor(files: Map<string, Buffer> = new Map()) {
    this.#names = new Map([...files].map(([name, bytes]) => [name, inodeOf(bytes)]))
    this.#durableNames = new Map(this.#names)
  }

  /** Lets so many more operations happen, then the power goes. */
  cutPowerAfter(operations: number) {
    this.#left = operations
  }

  #step() {
    this.operations++
    if (this.#left-- <= 0) throw new PowerCut()
  }

  #inode(name: string): Inode {
    const inode = this.#names.get(name)
    if (!inode) throw new Error(`no such file ${name}`)
    return inode
  }

  #rename(change: (names: Names) => void) {
    change(this.#names)
    this.#nameSteps.push(new Map(this.#names))
  }

  read(name: string) {
    const inode = this.#names.get(name)
    return inode && Buffer.from(inode.live)
  }

  append(name: string, bytes: Uint8Array) {
    this.#step()
    if (!this.#names.has(name)) {
      this.#rename(names => names.set(name, inodeOf(Buffer.alloc(0))))
    }
    const inode = this.#inode(name)
    const fits = bytes.subarray(0, Math.min(bytes.length, this.free))
    this.free -= fits.length
    inode.unsynced.push({ kind: 'write', offset: inode.live.length, bytes: Buffer.from(fits) })
    inode.live = Buffer.concat([inode.live, fits])
    if (fits.length < bytes.length) throw Object.assign(new Error('disk full'), { code: 'ENOSPC' })
  }

  truncate(name: string, size: number) {
    this.#step()
    const inode = this.#inode(name)
    this.free += inode.live.length - size
    inode.unsynced.push({ kind: 'truncate', size })
    inode.live = inode.live.subarray(0, size)
  }

  sync(name: string) {
    this.#step()
    const inode = this.#inode(name)
    inode.durable = inode.live
    inode.unsynced = []
  }

  syncFolder() {
    this.#step()
    this.#durableNames = new Map(this.#names)
    this.#nameSteps = []
  }

  rename(from: string, to: string) {
    this.#step()
    const inode = this.#inode(from)
    this.#rename(names => names.set(to, inode) && names.delete(from))
  }

  remove(name: string) {
    this.#step()
    this.free += this.#names.get(name)?.live.length ?? 0
    this.#rename(names => names.delete(name))
  }

  list() {
    return [...this.#names.keys()]
  }

  freeBytes() {
    return this.free
  }

  /** What is found when the power is back. */
  afterPowerCut(choose: Choose): CrashDisk {
    const reached = choose(this.#nameSteps.length)
    const names = reached === 0 ? this.#durableNames : this.#nameSteps[reached - 1]
    const files = [...(names ?? [])].map(([name, inode]) => [name, survived(inode, choose)] as const)
    return new CrashDisk(new Map(files))
  }
}

function inodeOf(bytes: Buffer): Inode {
  return { durable: bytes, live: bytes, unsynced: [] }
}

/** Each unsynced change independently lost, torn or whole; a hole left by a lost one reads as zeros. */
function survived(inode: Inode, choose: Choose): Buffer {
  let bytes = inode.durable
  for (const change of inode.unsynced) {
    const fate = choose(2)
    if (fate === 0) continue
    if (change.kind === 'truncate') {
      bytes = bytes.subarray(0, change.size)
      continue
    }
    const part = fate === 1 ? change.bytes.subarray(0, choose(change.bytes.length)) : change.bytes
    const grown = Buffer.alloc(Math.max(bytes.length, change.offset + part.length))
    bytes.copy(grown)
    part.copy(grown, change.offset)
    bytes = grown
  }
  return bytes
}
