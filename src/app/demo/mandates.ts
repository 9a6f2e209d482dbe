import { maskCitizenId } from '#kernel/masking'
import { seedMandate } from '#modules/licensing'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { idNoOf, licenceNoOfShop } from '../../../town/persona-lines.ts'
import { personas } from '../../../town/personas.ts'
import { county } from '../../../town/places.ts'

/** 模拟的授权委托: 潘惠珍 lets a relative renew for her, so that an agent finds something to do on his telephone. */
export async function seedMandates(
  tx: Tx,
  today: Temporal.PlainDate,
  keyring: Pick<Keyring, 'blindIndex' | 'sealField'>,
) {
  const person = (id: string) => {
    const persona = personas.find(one => one.id === id)
    if (!persona) throw new Error(`no persona ${id}`)
    const idNo = idNoOf(persona, today)
    const index = keyring.blindIndex('person', idNo)
    return { persona, index, nameSealed: keyring.sealField(persona.name), idMasked: maskCitizenId(idNo) }
  }
  const [holder, agent] = [person('away'), person('agent')]
  const [shop] = holder.persona.shops
  if (!shop) return
  await seedMandate(tx, {
    id: randomId(),
    licenceNo: licenceNoOfShop(shop),
    areaCode: county.code,
    principalIndex: holder.index,
    principalNameSealed: holder.nameSealed,
    principalIdMasked: holder.idMasked,
    agentIndex: agent.index,
    agentNameSealed: agent.nameSealed,
    agentIdMasked: agent.idMasked,
    services: ['renewal'],
    validFrom: today.toString(),
    validTo: today.add({ days: 60 }).toString(),
    form: 'electronic',
    signatureSealed: keyring.sealField(
      JSON.stringify({ kind: 'handwritten', width: 300, height: 120, strokes: [[20, 20, 200, 90]] }),
    ),
    givenBy: '模拟',
    givenAt: today.toZonedDateTime('Asia/Shanghai').toInstant().toString(),
  })
}
