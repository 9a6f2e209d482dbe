interface Seen {
  readonly connected: boolean
  readonly lastSuccessAt: string | null
  readonly lastFailureAt: string | null
}

export type GatewayState = 'working' | 'failing' | 'notConnected' | 'unused'

/** 状态 from what was last seen: never from an assumption. */
export function gatewayState({ connected, lastSuccessAt, lastFailureAt }: Seen): GatewayState {
  if (!connected) return 'notConnected'
  if (lastSuccessAt === null && lastFailureAt === null) return 'unused'
  if (lastFailureAt === null) return 'working'
  return lastSuccessAt !== null && lastSuccessAt >= lastFailureAt ? 'working' : 'failing'
}
