import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { writeName } from './pen.ts'

export interface Card {
  readonly id: string
  readonly name: string
  readonly idNo: string
  readonly issuer: string
  readonly validFrom: string
  readonly validTo: string
}

/** The card of a made-up person, as printed. */
export function cardOf(id: string): Card {
  const cards = JSON.parse(readFileSync(join(inject('house').dataFolder, 'town/cards.json'), 'utf8')) as Card[]
  const card = cards.find(one => one.id === id)
  if (!card) throw new Error(`no card ${id}`)
  return card
}

/** The officer types what stands on the card. */
export async function receive(desk: Page, card: Card): Promise<void> {
  await desk.getByRole('link', { name: '窗口办理' }).click()
  await desk.getByLabel('姓名').fill(card.name)
  await desk.getByLabel('公民身份号码').fill(card.idNo)
  await desk.getByLabel('签发机关').fill(card.issuer)
  await desk.getByLabel('有效期限自').fill(card.validFrom)
  await desk.getByLabel(/有效期限至/).fill(card.validTo)
  await desk.getByRole('button', { name: '开始接待' }).click()
  await desk.getByRole('heading', { name: '名下的许可证' }).waitFor()
}

export async function sign(desk: Page): Promise<void> {
  await desk.getByLabel(/已当面阅读/).check()
  await writeName(desk)
}

/** The code of a business that the made-up register knows, by its name. */
export function creditCodeOf(name: string): string {
  const text = readFileSync(join(inject('house').dataFolder, 'town/businesses.json'), 'utf8')
  const found = Object.entries(JSON.parse(text) as Record<string, { name: string }>).find(([, b]) => b.name === name)
  if (!found) throw new Error(`no business ${name}`)
  return found[0]
}
