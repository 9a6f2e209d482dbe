import type { NearbyPoint } from '#contract/access'
import type { DeviceState } from '../../../../agent/contract.ts'

/** 模拟数据 for looking at the terminal: invented, in the shapes of the contracts. */
export const device: DeviceState = {
  terminal: { id: '0b0e8a52-5f0a-4d57-9d53-1c1b7c1f0001', name: '沙湖镇上凯岗村服务点', town: '沙湖镇' },
  demo: true,
  reader: 'ready',
  printer: { state: 'idle', reasons: [] },
  uplink: 'online',
  pendingActs: 0,
  storage: 'ok',
  version: 'test',
}

const villageHours = { opensAt: '07:00', closesAt: '23:00', openDays: [1, 2, 3, 4, 5, 6, 7] }
export const nearby: readonly NearbyPoint[] = [
  { name: '沙湖镇乌石村自助终端', metres: 2310, hours: villageHours },
  { name: '沙湖镇便民服务中心（模拟）', metres: 940, hours: null },
]
