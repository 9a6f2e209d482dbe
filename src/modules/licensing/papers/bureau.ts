import { housePolicy } from '#platform/policy'

/** What every page says of the bureau; all of it policy, to be confirmed by the bureau's legal office. */
export interface Bureau {
  readonly name: string
  /** Begins every document number (发文字号). */
  readonly numberMark: string
  /** 复议机关 */
  readonly reconsiderationBody: string
}

/** The bureau's texts that hold on a day. */
export const bureauOn = housePolicy(
  (policy): Bureau => ({
    name: policy.text('bureau.name'),
    numberMark: policy.text('papers.numberMark'),
    reconsiderationBody: policy.text('application.reconsiderationBody'),
  }),
)
