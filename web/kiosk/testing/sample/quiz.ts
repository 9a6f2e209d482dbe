/** A quiz of one question at the terminal, and how it is marked. */
const question = {
  ...{ id: '00000000-0000-4000-8000-000000000071', question: '未成年人来买烟，店家应当怎么做？' },
  options: ['看着像成年就卖', '不卖；看不准就请他出示身份证件', '卖给他，但不超过一包'],
}
const quiz = {
  ...{
    id: '00000000-0000-4000-8000-000000000070',
    title: '守法经营小测验（模拟）',
    audience: 'retailer',
    shape: 'once',
  },
  ...{ endsOn: '2027-01-31', items: 1 },
}
const marked = {
  ...question,
  ...{ chosen: 0, answer: 1, why: '不得向未成年人售烟；难以判明是否成年的，应当要求出示身份证件。（模拟）' },
  ...{ instrument: 'WB', article: 59, citation: '《未成年人保护法》第五十九条' },
}

export const quizHall = { quizzes: [quiz], surveys: [], points: null }
export const openQuiz = { quiz, items: [question] }
export const markedSheet = { right: 0, total: 1, items: [marked], points: null }
