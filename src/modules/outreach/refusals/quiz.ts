import type { RefusalTable } from '#kernel/refusal'

export const quizRefusals = {
  quizOptionsAlike: {
    status: 422,
    zh: { title: '有空的或者相同的选项。', next: '请把选项写全、写得不一样。' },
    en: { title: 'An option is empty or stands twice.', next: 'Write different options.' },
  },
  quizAnswerMissing: {
    status: 422,
    zh: { title: '没有选定正确答案。', next: '请在选项里点选正确的一项。' },
    en: { title: 'No option is marked as right.', next: 'Mark the right one.' },
  },
  quizSamePerson: {
    status: 409,
    zh: { title: '自己写的题不能自己发布。', next: '请另一位同事看过后发布。' },
    en: { title: 'Whoever wrote an item does not release it.', next: 'Ask a colleague to look at it and release it.' },
  },
  quizReasonMissing: {
    status: 422,
    zh: { title: '要写明理由。', next: '题目里有像广告的字，或者要撤下，请写清楚为什么。' },
    en: { title: 'A reason is needed.', next: 'Say why words of advertising may stand, or why it is withdrawn.' },
  },
  quizItemUnknown: {
    status: 404,
    zh: { title: '没有找到这道题。', next: '请刷新题库。' },
    en: { title: 'There is no such item.', next: 'Reload the bank.' },
  },
  quizItemChanged: {
    status: 409,
    zh: { title: '这道题刚刚有人改过。', next: '请刷新后再看。' },
    en: { title: 'Somebody has just changed this item.', next: 'Reload and look again.' },
  },
  quizStepNotAllowed: {
    status: 409,
    zh: { title: '这道题现在不能这样做。', next: '请刷新题库，看它现在的状态。' },
    en: { title: 'That cannot be done with this item now.', next: 'Reload the bank.' },
  },
  quizItemsNotReady: {
    status: 422,
    zh: { title: '有的题目没有发布，或者不是给这些对象的。', next: '请只选已发布、对象相符的题目。' },
    en: { title: 'An item is not released, or is for others.', next: 'Choose released items for this audience.' },
  },
  quizDaysWrong: {
    status: 422,
    zh: { title: '起止日期不对。', next: '结束日期不能早于开始日期，也不能早于今天。' },
    en: { title: 'The days are wrong.', next: 'It ends on or after its first day and not before today.' },
  },
  quizUnknown: {
    status: 404,
    zh: { title: '没有这份测验，或者已经结束。', next: '请回到“学法测验”，看正在进行的。' },
    en: { title: 'There is no such quiz, or it is over.', next: 'Go back and see which are open.' },
  },
  quizOtherTown: {
    status: 409,
    zh: { title: '这份测验是给别的镇街的。', next: '请看您所在镇街和全县的测验。' },
    en: { title: 'This quiz is for other towns.', next: 'See the ones for your town and the whole county.' },
  },
  quizAnswered: {
    status: 409,
    zh: { title: '这份测验您已经交过卷。', next: '请看别的测验。' },
    en: { title: 'You have handed in this quiz before.', next: 'See the other ones.' },
  },
  quizSheetWrong: {
    status: 422,
    zh: { title: '答卷和题目对不上。', next: '请把每道题都答一次再交。' },
    en: { title: 'The sheet does not fit the questions.', next: 'Answer every question once.' },
  },
  surveyUnknown: {
    status: 404,
    zh: { title: '没有这次调查，或者您没有被抽中。', next: '请回到“学法测验”。' },
    en: { title: 'There is no such survey, or you are not in its sample.', next: 'Go back to the quizzes.' },
  },
  surveyClosed: {
    status: 409,
    zh: { title: '这次调查已经结束。', next: '结果已经固定，不再收答卷。' },
    en: { title: 'This survey is over.', next: 'Its result stands; no more answers are taken.' },
  },
  surveyAnswered: {
    status: 409,
    zh: { title: '这一户的答卷已经收齐。', next: '请问下一户。' },
    en: { title: 'This shop has given all its answers.', next: 'Go on to the next.' },
  },
  surveyFrameEmpty: {
    status: 422,
    zh: { title: '登记里没有可以抽的持证户。', next: '请先导入零售户。' },
    en: { title: 'The register has no shop to draw from.', next: 'Import the retailers first.' },
  },
} as const satisfies RefusalTable
