import { maskIdNumber, maskName, maskPhone } from '#platform/vault/mask'
import type { FieldName } from './person.ts'

/** `滨河路12号青藤苑3号楼` → `滨河路***`: a street says where to go with a purpose, not which door. */
function maskAddress(address: string): string {
  const street = /^.{1,12}?[路街道巷村屯镇乡组]/u.exec(address)?.[0]
  return `${street ?? [...address].slice(0, 2).join('')}***`
}

/** A field as everybody sees it who may see the person at all. */
export function masked(field: FieldName, value: string): string {
  switch (field) {
    case 'name':
      return maskName(value)
    case 'idNumber':
      return maskIdNumber(value)
    case 'phone':
      return maskPhone(value)
    case 'address':
      return maskAddress(value)
    case 'born':
      return `${value.slice(0, 4)}-**-**`
    default:
      return value
  }
}

/** What is shown of somebody under 14 without a guardian's consent: that there is something. */
export const hidden = '***'
