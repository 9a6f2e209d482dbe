import { housePolicy } from '#platform/policy'
import { accessPolicyOf } from './rules/access-policy.ts'
import type { FacePolicy } from './rules/face/decide-face.ts'
import { fleetPolicyOf } from './rules/fleet-policy.ts'

/** The numbers of access that hold on a day. */
export const accessPolicy = housePolicy(accessPolicyOf)

/** The numbers of the face comparison that hold on a day. */
export const facePolicy = housePolicy(
  (numbers): FacePolicy => ({
    sameFrom: numbers.number('face.sameFrom'),
    differentBelow: numbers.number('face.differentBelow'),
    challengeSeconds: numbers.number('face.challengeSeconds'),
    tries: numbers.number('face.tries'),
  }),
)

/** The numbers and usual settings of the terminals that hold on a day. */
export const fleetPolicy = housePolicy(fleetPolicyOf)

/** When people serve at windows and in village offices, on working days. */
export const officeHours = housePolicy(set => ({
  opensAt: set.text('access.officeOpensAt'),
  closesAt: set.text('access.officeClosesAt'),
}))

/** Whose house this is. */
export const bureau = housePolicy(set => ({ name: set.text('bureau.name'), areaCode: set.text('bureau.areaCode') }))
