/** The vault: people's data, encrypted with a key per person, found by keyed hash, masked by default. */
import { masterKey } from './vault/master-key.ts'
import { makeVault, type Vault } from './vault/service.ts'

export { eraseSubject } from './vault/erase.ts'
export { maskFreeText } from './vault/free-text.ts'
export { isCalendarDay, isCreditCode, isResidentIdNumber, residentCheckDigit } from './vault/identity-number.ts'
export { maskIdNumber, maskName, maskPhone } from './vault/mask.ts'
export { normalise, type SearchKind } from './vault/normalise.ts'
export { sameMasterKey } from './vault/same-key.ts'
export {
  FIELD_SAY,
  isPurpose,
  type Look,
  LOOKED_SAY,
  lookIn,
  type Looked,
  type Purpose,
  PURPOSES,
  revealField,
  samePersonFollowsIn,
  samePersonIn,
  type Shown,
  whoLooked,
} from './vault/reveal.ts'
export { makeVault, type NewSubject, type SubjectKey, type Vault } from './vault/service.ts'
export {
  type Field,
  type Fields,
  fieldsIn,
  findSubjects,
  type NewPerson,
  readFields,
  subjectIn,
  subjectsIn,
  subjectKey,
  subjectKeys,
  unknownIn,
  writeFields,
} from './vault/subject.ts'

/**
 * Opens the vault of a city whose data lies in `dataFolder`; `given` is LINLI_MASTER_KEY (base64), if set.
 * @throws vault.masterKey if what is there is not a key
 */
export async function openVault(dataFolder: string, given?: string): Promise<Vault> {
  return makeVault(await masterKey(dataFolder, given))
}
