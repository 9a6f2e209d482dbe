import type { RefusalTable } from '#kernel/refusal'
import { csvRefusals } from '#platform/csv'
import { rowRefusals } from './imports/words.ts'
import { walkRefusals } from './refusals/walk.ts'

/** Words for the refusals of the register, those of its import files included. */
export const refusals: RefusalTable = {
  ...csvRefusals,
  ...rowRefusals,
  ...walkRefusals,
  retailerNotFound: {
    status: 404,
    zh: {
      title: '没有找到这个零售户，或者它不在您的辖区内。',
      next: '请核对许可证号；如属其他辖区，请联系该辖区的工作人员。',
    },
    en: {
      title: 'This retailer was not found, or is outside your area.',
      next: 'Check the licence number, or ask the staff of the other area.',
    },
  },
}
