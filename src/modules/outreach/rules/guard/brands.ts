/**
 * Names under which cigarettes are sold (卷烟品牌). A name that nothing else bears counts wherever it stands; one that is also
 * a place, a feeling or a flower counts only beside a word of tobacco. Common knowledge, not a register: 待确认.
 */
export const ownNames = [
  '玉溪',
  '云烟',
  '芙蓉王',
  '利群',
  '黄鹤楼',
  '红塔山',
  '黄金叶',
  '七匹狼',
  '贵烟',
  '红金龙',
  '红双喜',
  '好猫',
  '五叶神',
  '椰树牌',
  '万宝路',
  '爱喜',
  '七星烟',
  '骆驼牌',
] as const

export const sharedNames = [
  '中华',
  '双喜',
  '南京',
  '泰山',
  '白沙',
  '真龙',
  '娇子',
  '钻石',
  '长白山',
  '兰州',
  '金圣',
  '黄山',
  '苏烟',
  '牡丹',
  '大前门',
  '延安',
] as const
