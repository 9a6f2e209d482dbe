import { type SimulatedBusiness, shownOf } from '../business-register/simulator.ts'
import { type SimulatedDesk, simulatedDesk } from '../simulated-desk.ts'
import { startSimulatedServer } from '../simulated-server.ts'

const DAY = 86_400_000

interface Asked {
  readonly name: string
  readonly idNo: string
}

/**
 * 电子证照库 模拟. `lying` answers with another shop's certificate, and with another person's to who asks for the own;
 * `repeating` with data of last year and the receipt of the first report; a retail licence is found only after it was published.
 */
export async function startCertificateSimulator(
  businesses: ReadonlyMap<string, SimulatedBusiness>,
  now: () => number,
): Promise<SimulatedDesk> {
  const desk = simulatedDesk('DZZZ')
  const server = await startSimulatedServer(({ method, path, body }, mode) => {
    const [kind, number = ''] = path
    const asOf = new Date(now() - (mode === 'repeating' ? 365 * DAY : 0)).toISOString()
    if (number === 'of-operator') return { certificates: certificatesOf(body as Asked, asOf, mode === 'lying') }
    if (method === 'POST') return desk.answer(body, mode)
    if (kind === 'retail-licences') return retailLicence(number, mode === 'lying')
    const business = businesses.get(number)
    if (!business) return { found: false }
    const creditCode = mode === 'lying' ? '92440785MA00000000' : number
    return { found: true, certificate: { ...shownOf(business), creditCode, asOf } }
  })
  function certificatesOf({ name, idNo }: Asked, asOf: string, lying: boolean) {
    return [...businesses]
      .filter(([, { operatorName, operatorIdNo }]) => operatorIdNo === idNo && operatorName === name)
      .map(([creditCode, business]) => ({ ...shownOf(business), creditCode, asOf }))
      .map(certificate => (lying ? { ...certificate, operatorName: '别人' } : certificate))
  }
  function retailLicence(licenceNo: string, lying: boolean) {
    const certificate = desk.taken().findLast(report => report['licenceNo'] === licenceNo)
    return certificate && !lying ? { found: true, certificate } : { found: false }
  }
  return { ...server, taken: desk.taken }
}
