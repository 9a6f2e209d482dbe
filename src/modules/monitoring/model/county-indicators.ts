import { indicators } from '../rules/indicators/all.ts'

/** The features of the county model: every indicator of the watch, by its code. */
export const countyIndicators: readonly string[] = indicators.map(({ code }) => code)

/** What each of them says, in words for an inspector and for the shop. */
export const countyIndicatorTexts: Readonly<Record<string, string>> = Object.fromEntries(
  indicators.map(({ code, zh }) => [code, zh]),
)

/** Indicators that read the register of today: what it said on a past day is not known, so results teach nothing about them. */
export const knownOnlyToday: ReadonlySet<string> = new Set(['M07'])
