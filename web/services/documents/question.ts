import type { DocumentMatter } from '#contract/licensing'

/** What the applicant has said so far, where no file stands yet. */
export interface DocumentQuestion extends DocumentMatter {
  readonly answers: Readonly<Record<string, string>>
  readonly businessFetched: boolean
  readonly paperMandate: boolean
}

/** The file itself knows what was said in it. */
export const questionOfFile = (service: DocumentMatter['service'], applicationNo: string): DocumentQuestion => ({
  ...{ service, licenceNo: null, applicationNo },
  ...{ answers: {}, businessFetched: false, paperMandate: false },
})
