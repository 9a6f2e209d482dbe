import { sql } from 'kysely'
import type { OpenRow } from '../../rules/open-data/dictionary.ts'
import { listPoints } from '../places.ts'
import { listTowns } from '../towns.ts'
import type { RecordsDataset } from './dataset.ts'

const pointKinds: Readonly<Record<string, string>> = { kiosk: '自助终端', hall: '服务窗口', village: '村委服务点' }

export const recordsDatasets: readonly RecordsDataset[] = [
  {
    id: 'service-points',
    kind: 'records',
    name: { zh: '服务点', en: 'Service points' },
    about: {
      zh: '自助终端、服务窗口和村委服务点，及终端是否在用。',
      en: 'Where services are given, and which terminals are in use.',
    },
    sources: ['registry.published_service_point', 'access.published_terminal_pulse'],
    columns: ['code', 'name', 'kind', 'town', 'lng', 'lat', 'working'],
    read: async (tx, { at, policy: { workingHours } }) => {
      const towns = new Map((await listTowns(tx)).map(({ code, name }) => [code, name]))
      return (await listPoints(tx, { at, workingHours })).map(({ code, name, kind, areaCode, lng, lat, working }) => ({
        ...{ code, name, kind: pointKinds[kind] ?? kind, town: towns.get(areaCode.slice(0, 9)) ?? null, lng, lat },
        working: working ? '是' : '否',
      }))
    },
  },
  {
    id: 'draws',
    kind: 'records',
    name: { zh: '双随机抽查计划和抽取', en: 'Spot-check draws' },
    about: {
      zh: '公示的双随机抽查；名单和核验见“双随机抽查”。',
      en: 'Public draws; lists and proof stand on their own page.',
    },
    sources: ['inspection.published_draw'],
    columns: ['code', 'name', 'from', 'to', 'drawnOn'],
    read: async tx => {
      const { rows } =
        await sql<OpenRow>`select id as code, title as name, visits_from::text as "from", visits_to::text as "to",
        drawn_on::text as "drawnOn" from inspection.published_draw order by id desc`.execute(tx)
      return rows
    },
  },
  {
    id: 'awareness',
    kind: 'records',
    name: { zh: '法律知晓率调查', en: 'Surveys of awareness' },
    about: {
      zh: '按抽样设计做的、可以公布的调查，带置信区间。',
      en: 'Surveys by design that may be published, with interval.',
    },
    sources: ['outreach.published_awareness'],
    columns: ['code', 'name', 'from', 'to', 'answers', 'share', 'low', 'high'],
    read: async (tx, { k }) => {
      const { rows } =
        await sql<OpenRow>`select id as code, title as name, begins_on::text as "from", closed_on::date::text as "to",
        answers, share, low, high from outreach.published_awareness where publishable and answers >= ${k} order by id`.execute(
          tx,
        )
      return rows
    },
  },
]
