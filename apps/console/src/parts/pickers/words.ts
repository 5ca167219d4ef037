import type { Words } from '@linli/ui'

export const pickerWords = {
  unit: { zh: '写单位名称的几个字', en: 'Type a part of the name' },
  category: { zh: '写类别的几个字，如 路灯', en: 'Type a part, such as street light' },
  county: { zh: '写县区名称的几个字', en: 'Type a part of the county’s name' },
  area: { zh: '写地方名称的几个字', en: 'Type a part of the place’s name' },
  placeWords: { zh: '哪条路、哪个小区、几号楼几单元', en: 'Road, compound, building, entrance' },
  pick: { zh: '在地图上点', en: 'Pick on the map' },
  hideMap: { zh: '收起地图', en: 'Hide the map' },
  picked: { zh: '已标在地图上：{{where}}', en: 'Marked on the map: {{where}}' },
  outside: { zh: '这一点不在本市的区划里。', en: 'This point lies outside the city’s areas.' },
  unmark: { zh: '去掉标记', en: 'Remove the mark' },
  account: { zh: '写姓名或账号的几个字', en: 'Type a part of the name or account' },
  searching: { zh: '正在找', en: 'Searching' },
  nothing: { zh: '没有找到', en: 'Nothing found' },
  addPhoto: { zh: '添加照片', en: 'Add photos' },
  removePhoto: { zh: '去掉照片 {{n}}', en: 'Remove photo {{n}}' },
  uploading: { zh: '正在上传', en: 'Uploading' },
  caseNumber: { zh: '如 210911-261122-48317-6', en: 'Such as 210911-261122-48317-6' },
} as const satisfies Words
