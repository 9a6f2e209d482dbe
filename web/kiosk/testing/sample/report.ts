export const towns = ['沙湖镇', '恩城街道', '横陂镇', '圣堂镇', '牛江镇', '大田镇'].map((name, n) => ({
  code: `44078510${n}`,
  name,
}))
export const reportReceipt = '4929000000000008'
