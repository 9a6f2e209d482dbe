import { enforcement } from './enforcement.ts'
import { licensingLaw } from './licensing-law.ts'
import { personalData } from './personal-data.ts'
import { publicService } from './public-service.ts'
import type { ArticleKey, ArticleSummary } from './summary.ts'
import { tobaccoLaw } from './tobacco-law.ts'

export { type ArticleKey, type ArticleSummary, sureLabels } from './summary.ts'

export const articleSummaries: Readonly<Record<ArticleKey, ArticleSummary>> = {
  ...licensingLaw,
  ...tobaccoLaw,
  ...publicService,
  ...personalData,
  ...enforcement,
}
