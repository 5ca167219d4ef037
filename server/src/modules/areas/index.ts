/** The door of 区划与网格: which areas there are, what each is called, and which one holds a point. */
export { seedAreas, type SeedGround } from './commands/seed.ts'
export { AREA_KINDS, type Area, type AreaKind, standing } from './domain/area.ts'
export { covers, isCode, LEVELS, type Level, levelOf, padded, parentOf, pathOf, regionOfArea, scopeOf } from './domain/code.ts'
export { gridName } from './domain/numbering.ts'
export {
  areaNames,
  areaPath,
  areasBelow,
  cityArea,
  countyOf,
  currentAreas,
  findArea,
  findByAlias,
  type FoundArea,
  insideCity,
  listSets,
  locateArea,
  locateGrid,
} from './queries/find.ts'
export { readAreasIn } from './queries/named.ts'
export { type PlaceFound, searchPlaces } from './queries/search.ts'
export { loadRealAreas, type RealReport } from './load-real.ts'
