/** 房屋与九小场所: standard addresses, buildings and dwellings, small places. Nobody who lives there is named. */
export { type SeedPlaces, seedPlaces } from './commands/seed.ts'
export { buildingRegister } from './registers/buildings.ts'
export { dwellingRegister } from './registers/dwellings.ts'
export { smallPlaceRegister } from './registers/small-places.ts'
