import type { Result } from '#kernel/refusal'

/** What inspection asks of the rest of the house; whoever composes the house joins them. */
export interface InspectionPorts {
  /** 验证码: whether the bureau signed exactly this text, and for which licence. */
  readonly verifyLicence: (
    text: string,
    keys: Readonly<Record<string, string>>,
  ) => Result<{ readonly licenceNo: string }>
  /** Days on which each shop ordered since then; `undefined` where the house has no orders. */
  readonly orderDays: (
    licences: readonly string[],
    since: string,
  ) => Promise<ReadonlyMap<string, readonly string[]> | undefined>
}
