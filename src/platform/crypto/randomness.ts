import { randomBytes as bytesOfSystem, randomUUID } from 'node:crypto'

/** `count` unguessable bytes of the operating system. */
export function randomBytes(count: number): Buffer {
  return bytesOfSystem(count)
}

/** A random UUID (version 4): ids that nobody can count upwards or guess. */
export function randomId(): string {
  return randomUUID()
}
