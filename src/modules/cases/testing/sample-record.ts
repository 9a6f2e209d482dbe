import type { FieldRecord } from '../contract/field.ts'

const hand = `M1 1 L${'9 9 '.repeat(12)}`.trim()

/** A record of questioning as a telephone would send it. */
export const sampleRecord = (change: Partial<FieldRecord> = {}): FieldRecord => ({
  ...{ caseNo: 'AJ-2026-000001', kind: 'questioning', place: '沙湖镇模拟街', from: '2026-11-23T09:00' },
  ...{ until: '2026-11-23T09:40', person: '模拟当事人', role: 'party', shown: true, told: true },
  words: '问：货从哪里来？\n答：外地。',
  ...{ readBack: 'aloud', corrections: [], signature: hand, refused: '', witness: '', second: 'o2' },
  officers: { first: hand, second: hand },
  fix: null,
  photos: [],
  capturedAt: '2026-11-23T01:41:00Z',
  ...change,
})
