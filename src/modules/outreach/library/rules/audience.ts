import type { LawUse } from '#kernel/law-use'

/** Rules of the inside work of these domains are read in the console only; the law itself is public everywhere. */
const inside =
  /^(intelligence|inspection|monitoring|partners|exchange|policies|outreach\.quiz|cases\.(lint|refusals|needs))\b/u

/** Whether anybody may see that this rests on the article. */
export const isPublicUse = ({ id }: Pick<LawUse, 'id'>): boolean => !inside.test(id)

/** Pages of the console are no way for the public. */
export const publicPath = (path: string | undefined): string | null =>
  path === undefined || path.startsWith('/console') ? null : path
