import { lawAnswers } from './law-answers.ts'
import { prompts as ofPages } from './prompts.ts'

/** Every text that has a sound. The answers of the law stand apart: the terminal plays them and never needs their words in its first load. */
export const prompts: Readonly<Record<string, string>> = { ...ofPages, ...lawAnswers }
