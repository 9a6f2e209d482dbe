/**
 * 事项编码 and applyType of the national portal, as seen in a public client of it. Two traps: that client's English keys
 * are swapped (its `close` is 停业, its `stop` is 歇业), so the keys here are Chinese; and 歇业 is the final end of a tobacco
 * licence, not the market regulator's 歇业备案.
 */
export const portalItems = {
  issue: { key: 'XINBAN', itemCode: '许可-00977-001', applyType: 1001, name: '新办申请' },
  renewal: { key: 'YANXU', itemCode: '许可-00977-002', applyType: 1003, name: '延续申请' },
  change: { key: 'BIANGENG', itemCode: '许可-00977-003', applyType: 1002, name: '变更申请' },
  reissue: { key: 'BUBAN', itemCode: '许可-00977-004', applyType: 1006, name: '补办申请' },
  suspend: { key: 'TINGYE', itemCode: '许可-00977-005', applyType: 1004, name: '停业申请' },
  close: { key: 'XIEYE', itemCode: '许可-00977-006', applyType: 1007, name: '歇业申请' },
  resume: { key: 'HUIFU', itemCode: '许可-00977-007', applyType: 1005, name: '恢复营业申请' },
} as const

/** 撤回 has a number of its own and no item code: it belongs to the item it takes back. */
export const withdrawalApplyType = 1008

export const portalItemOf = (service: string) =>
  Object.hasOwn(portalItems, service) ? portalItems[service as keyof typeof portalItems] : undefined
