import { type ReactElement, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { StoredPhoto } from '../store/rows.ts'
import { Icon } from './Icon.tsx'
import { smallPhoto } from './photo.ts'
import { Press } from './Press.tsx'

/** An address for bytes that lie on the phone, given back when the picture goes. */
function useAddress(photo: StoredPhoto): string {
  const address = useMemo(() => URL.createObjectURL(new Blob([photo.bytes], { type: photo.type })), [photo])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return address
}

function Thumb({ photo, name, off }: { photo: StoredPhoto; name: string; off: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <li className="photo">
      <img src={useAddress(photo)} alt={name} />
      <Button className="photo-off" onPress={off} aria-label={t('photos.remove', { name })}>
        <Icon name="close" />
      </Button>
    </li>
  )
}

interface Props {
  readonly label: string
  readonly hint?: string
  readonly photos: readonly StoredPhoto[]
  readonly most: number
  readonly onChange: (photos: readonly StoredPhoto[]) => void
}

/** Photos from the camera or the gallery: several, removable, never required. */
export function PhotoField({ label, hint, photos, most, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const [unread, setUnread] = useState(0)
  const take = async (files: FileList | null) => {
    const wanted = Array.from(files ?? []).slice(0, most - photos.length)
    const made = await Promise.all(wanted.map(smallPhoto))
    const good = made.filter((photo) => photo !== null)
    setUnread(made.length - good.length)
    if (good.length > 0) onChange([...photos, ...good])
  }
  return (
    <div className="field">
      <span className="label">{label}</span>
      {photos.length > 0 ? (
        <ul className="photos">
          {photos.map((photo, index) => (
            <Thumb
              key={photo.key}
              photo={photo}
              name={t('photos.nth', { n: index + 1 })}
              off={() => onChange(photos.filter((each) => each !== photo))}
            />
          ))}
        </ul>
      ) : null}
      {photos.length < most ? (
        <div className="pair">
          <FileTrigger acceptedFileTypes={['image/*']} defaultCamera="environment" onSelect={(files) => void take(files)}>
            <Press icon="camera">{t('photos.take')}</Press>
          </FileTrigger>
          <FileTrigger acceptedFileTypes={['image/*']} allowsMultiple onSelect={(files) => void take(files)}>
            <Press icon="picture">{t('photos.choose')}</Press>
          </FileTrigger>
        </div>
      ) : null}
      {unread > 0 ? (
        <span className="wrong" role="alert">
          {t('photos.unreadable', { n: unread })}
        </span>
      ) : null}
      {hint ? <span className="hint">{hint}</span> : null}
    </div>
  )
}
