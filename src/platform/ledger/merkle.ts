import { sm3 } from '../crypto.ts'

/** Leaves and nodes are hashed with different first bytes, so that no inner node can pass for a leaf (RFC 6962 §2.1). */
const leafMark = Buffer.of(0)
const nodeMark = Buffer.of(1)

/**
 * The root of a Merkle tree over SM3 (默克尔树根), shaped as in RFC 6962: 32 bytes that change with any leaf, with their
 * order and with their number. Of no leaves it is the SM3 of nothing.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sm3('')
  let level = leaves.map(leaf => sm3(Buffer.concat([leafMark, leaf])))
  while (level.length > 1) level = levelAbove(level)
  return level[0] ?? sm3('')
}

/** Pairs become nodes; one left over rises as it is. */
function levelAbove(level: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = []
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at], level[at + 1]]
    if (left !== undefined) above.push(right === undefined ? left : sm3(Buffer.concat([nodeMark, left, right])))
  }
  return above
}
