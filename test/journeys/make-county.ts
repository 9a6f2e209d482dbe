import { startHouseProcess } from './house.ts'

/** Makes the synthetic county once, in the folder it is given: every house of the journeys then begins with a copy. */
const [dataFolder] = process.argv.slice(2)
if (!dataFolder) throw new Error('which folder? node test/journeys/make-county.ts FOLDER')
const house = await startHouseProcess({ dataFolder })
await house.stop()
