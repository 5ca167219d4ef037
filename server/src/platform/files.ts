/** Photos of the city, re-encoded, seen only by those whom a module lets see them; and large files in pieces: on disk behind one small port. */
export { type Alike, alikePhotos } from './files/alike.ts'
export { attachPhotosIn, checkAttachable, type PhotoCard, photosOf, photosOfNoun, releasePhotosIn } from './files/attach.ts'
export { type Files, openFiles, type PhotoReader } from './files/photos.ts'
export { removePhotosOfNouns, savePhoto } from './files/save.ts'
export { configuredStore } from './files/configured.ts'
