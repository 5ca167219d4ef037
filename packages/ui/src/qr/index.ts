export { qrMatrix } from './qr-matrix.ts'
export { QrCode } from './QrCode.tsx'
