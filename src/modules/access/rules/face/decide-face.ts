/** The numbers of the comparison (policy/face.json); all of them wait for the bureau's own samples. */
export interface FacePolicy {
  /** From this similarity on the two pictures count as one person. */
  readonly sameFrom: number
  /** Below this similarity they count as two people; between the two numbers a person looks. */
  readonly differentBelow: number
  /** Each movement that is asked for must be seen within this time. */
  readonly challengeSeconds: number
  /** Comparisons of one session; then another way is taken. */
  readonly tries: number
}

export const challengeOutcomes = ['passed', 'failed', 'timeOut', 'simulated'] as const
/** simulated: the device dock answered for the challenge, because a still test picture cannot. */
export type ChallengeOutcome = (typeof challengeOutcomes)[number]

/** What a terminal says it saw. */
export interface FaceClaim {
  readonly score: number
  readonly challenge: ChallengeOutcome
}

export const faceResults = ['passed', 'grey', 'failed'] as const
/** grey 说不准: neither the same nor another person; never a refusal, a person looks. */
export type FaceResult = (typeof faceResults)[number]

/**
 * 人脸核对的结论. The movements come first: a still photograph compares well with itself. A simulated challenge is worth
 * something in a demonstration only.
 */
export function decideFace(claim: FaceClaim, policy: FacePolicy, { demo }: { readonly demo: boolean }): FaceResult {
  const alive = claim.challenge === 'passed' || (demo && claim.challenge === 'simulated')
  if (!alive || claim.score < policy.differentBelow) return 'failed'
  return claim.score >= policy.sameFrom ? 'passed' : 'grey'
}
