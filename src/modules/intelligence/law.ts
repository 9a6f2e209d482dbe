import { type LawUse, lawUsesOf } from '#kernel/law-use'
import { clueSteps } from './rules/clue/steps.ts'
import { matters } from './rules/clue/words.ts'
import { openingBasis } from './rules/informant/opening.ts'
import { rewardBasis } from './rules/informant/reward.ts'

/** 线索引用的法律. */
export const intelligenceLaw = (): readonly LawUse[] => [
  ...lawUsesOf({
    ...{ at: 'intelligence.matters', kind: 'rule', rows: matters, zh: '举报事项', en: 'Matter of a report' },
    path: '/console/clues',
  }),
  ...lawUsesOf({
    ...{ at: 'intelligence.steps', kind: 'rule', rows: clueSteps, zh: '线索办理', en: 'Step of a clue' },
    path: '/console/clues',
  }),
  ...lawUsesOf({
    ...{ at: 'intelligence.informant', kind: 'rule', path: '/console/openings' },
    rows: {
      opening: { zh: '查看举报人须两人同意', en: 'Two people open who reported', basis: openingBasis },
      reward: { zh: '举报奖励', en: 'Reward', basis: rewardBasis },
    },
  }),
]
