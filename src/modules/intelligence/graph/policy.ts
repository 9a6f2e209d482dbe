/** Limits of the machine, not of the bureau: what one question may read, and how long an opened page stays open. */
export const graphPolicy = {
  /** More edges than this, and a node is shown but not gone through: a courier's telephone joins everybody with everybody. */
  hub: 500,
  /** Steps between two nodes that still say something. */
  pathSteps: 12,
  seen: 60_000,
  /** Neighbours of one node that are drawn at once, newest first. */
  perNode: 120,
  nodes: 400,
  reachSteps: 5,
  reachFound: 12,
  accessMinutes: 120,
} as const
