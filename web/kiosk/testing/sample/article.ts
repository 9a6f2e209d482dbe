/** An article as the library of laws gives it. */
export const article = {
  instrument: 'XK',
  title: '行政许可法',
  inForce: '2004-07-01',
  article: 50,
  heading: '第五十条',
  text: '第五十条　被许可人需要延续依法取得的行政许可的有效期的，应当在该行政许可有效期届满三十日前向作出行政许可决定的行政机关提出申请。但是，法律、法规、规章另有规定的，依照其规定。\n行政机关应当根据被许可人的申请，在该行政许可有效期届满前作出是否准予延续的决定；逾期未作决定的，视为准予延续。',
  summary: null,
  sure: 'text' as const,
  notice: null,
}
