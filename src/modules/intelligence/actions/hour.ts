/** 小时取整: who was where in which minute must not be read from a paper. */
export const hourOf = (instant: Temporal.Instant): Temporal.Instant =>
  instant.round({ smallestUnit: 'hour', roundingMode: 'floor' })
