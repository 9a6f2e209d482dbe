/** All HTTP shapes of licensing, by who meets them. */
export * from './shapes/application.ts'
export * from './shapes/licence.ts'
export * from './shapes/officer.ts'
