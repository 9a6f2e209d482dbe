export {
  SchoolBoard,
  SchoolCampaign,
  SchoolCase,
  SchoolPlace,
  SchoolShop,
  schoolCampaignRoutes,
} from './contract/school.ts'
export {
  answers,
  exitWays,
  outCauses,
  type PlaceEvent,
  type PlaceState,
  placeLabels,
  placeMoves,
  placeSources,
  type Standing,
  signings,
  standingLabels,
} from './rules/school/moves.ts'
