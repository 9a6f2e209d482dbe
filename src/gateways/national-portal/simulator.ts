import { type SimulatedDesk, startSimulatedDesk } from '../simulated-desk.ts'

/** The platform 模拟: takes each number once and gives receipts. */
export const startPortalSimulator = (): Promise<SimulatedDesk> => startSimulatedDesk('GJYC')
