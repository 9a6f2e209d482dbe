export const barsKey = ['personBars'] as const
