import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ClueHouse, openClueHouse } from '../modules/intelligence/testing/clue-house.ts'
import { openCaseOfClue } from './clue-cases.ts'

let h: ClueHouse
beforeAll(async () => {
  h = await openClueHouse()
})
afterAll(() => h.close())

it('a clue that is to be filed begins one case with its number and without its reporter, and shows the number', async () => {
  const { no } = await h.take({ matter: 'wholesale', text: '圣堂镇有人批发', reporter: { name: '陈金丝' } })
  await h.walk(no, 'validate', 'grade', 'assign', 'begin', 'convert')
  const { keyring } = h.house.services
  for (const _ of [1, 2])
    await h.all(tx => openCaseOfClue(tx, { clueNo: no, by: 'staff:x' }, h.house.clock.now(), keyring))
  const { rows } = await h.all(tx =>
    sql<{ no: string; about: string; partyShown: string }>`
      select no, about, party_shown from cases.case where origin = 'clue' and origin_ref = ${no}`.execute(tx),
  )
  expect(rows).toMatchObject([{ about: `假烟（线索 ${no}）`, partyShown: '身份不明' }])
  const detail = await h.read(no)
  expect(detail.caseNo).toBe(rows[0]?.no)
  expect(detail.events.at(-1)).toMatchObject({ event: 'caseNo', by: '系统' })
  await h.walk(no, 'tell', 'close')
})
