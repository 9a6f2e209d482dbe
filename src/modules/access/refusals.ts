import { actRefusals } from './refusals/acts.ts'
import { agencyRefusals } from './refusals/agency.ts'
import { cardRefusals } from './refusals/card.ts'
import { counterRefusals } from './refusals/counter.ts'
import { faceRefusals } from './refusals/face.ts'
import { interestRefusals } from './refusals/interest.ts'
import { keeperRefusals } from './refusals/keeper.ts'
import { messageRefusals } from './refusals/message.ts'
import { staffRefusals } from './refusals/staff.ts'
import { terminalRefusals } from './refusals/terminal.ts'
import { webRefusals } from './refusals/web.ts'

/** Words for every refusal of this domain. */
export const refusals = {
  ...actRefusals,
  ...cardRefusals,
  ...faceRefusals,
  ...counterRefusals,
  ...terminalRefusals,
  ...keeperRefusals,
  ...staffRefusals,
  ...interestRefusals,
  ...webRefusals,
  ...agencyRefusals,
  ...messageRefusals,
} as const
