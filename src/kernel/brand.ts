declare const brand: unique symbol

/**
 * A value that only its own parser can make: `Brand<string, 'LicenceNo'>` is a string that has been checked.
 * The mark exists for the type checker alone; nothing is added at run time.
 */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
