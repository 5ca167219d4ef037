/** The catalogue of case categories: what a matter can be about (GB/T 47678.5-2026 and Linli's own livelihood classes). */
export { otherCode } from './domain/catalogue.ts'
export {
  caseCodeOf,
  type Category,
  type CategoryGroup,
  type CategoryLimits,
  type CityCategory,
  type Emergency,
  type EmergencyNumber,
  isCategoryCode,
  isInUse,
  severities,
  type Severity,
  severitySay,
} from './domain/category.ts'
export { type Danger, findDanger } from './domain/danger.ts'
export { type Topics, topicsOf } from './domain/topics.ts'
export { findGroup as findCategoryGroup } from './domain/facts/groups.ts'
export {
  categoryFor,
  categoryNames,
  type EmergencyHint,
  findCategory,
  type GroupedCategories,
  guessCategory,
  hasCategoryPrefix,
  listCategories,
  pickCategory,
  suggestCategories,
  type Suggestions,
  topicsIn,
} from './queries.ts'
