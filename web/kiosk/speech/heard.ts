import type { Voice } from '../../shared/voices.ts'

/**
 * 多音字例外表: words that a voice would read with the wrong one of their sounds, and another spelling that is heard
 * right. Only the synthesiser sees it; the page shows the true word. Mandarin is checked against a dictionary of
 * readings (speech.test.ts); Cantonese was read through by hand, its phonemes beside Jyutping.
 */
const heard: Readonly<Record<Voice, readonly (readonly [written: string, spelt: string])[]>> = {
  cmn: [
    // hang2 zhang3 qi1 otherwise.
    ['行长期', '行，长期'],
  ],
  yue: [
    // gang3 (more) otherwise; to change is gang1.
    ['变更', '变庚'],
  ],
}

/** The text as the synthesiser gets it. */
export const asHeard = (voice: Voice, text: string): string =>
  heard[voice].reduce((spelling, [written, spelt]) => spelling.replaceAll(written, spelt), text)
