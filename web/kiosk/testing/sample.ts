/** 模拟数据 for looking at the terminal: invented, in the shapes of the contracts. */
export { article } from './sample/article.ts'
export { duplicate, passed, suspended, tooEarly } from './sample/findings.ts'
export { lawHit, lawUse } from './sample/law.ts'
export { licence, secondLicence } from './sample/licences.ts'
export { reportReceipt, towns } from './sample/report.ts'
export { applications, forPerson, granted, stopped } from './sample/results.ts'
export { sheet, sheetAt, sheetOf } from './sample/sheet.ts'
export { device, nearby } from './sample/terminal.ts'
