import type { Keyring } from '#platform/keyring'
import type { Answers } from '../rules/services/question.ts'
import type { ApplicationRecord } from '../store.ts'

/** 填写内容, opened for the one use at hand. */
export const answersOf = (
  file: Pick<ApplicationRecord, 'answersSealed'>,
  keyring: Pick<Keyring, 'openField'>,
): Answers => JSON.parse(keyring.openField(file.answersSealed)) as Answers
