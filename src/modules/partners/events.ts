import Type from 'typebox'
import { defineEvent, defineUrgentEvent } from '#platform/announce'

const OrNull = Type.Union([Type.String(), Type.Null()])
const item = {
  itemNo: Type.String(),
  agencyId: Type.String(),
  kind: Type.String(),
  aboutNo: OrNull,
  areaCode: Type.String(),
}

/** 协作事项发出: it is visible to its agency from this moment. */
export const itemGiven = defineEvent('partners.itemGiven', Type.Object(item))

/** 协作事项走了一步, by either side. Nothing of what was said is told: whoever reacts reads it by its number. */
export const itemMoved = defineEvent(
  'partners.itemMoved',
  Type.Object({ ...item, event: Type.String(), to: Type.String(), side: Type.Enum(['ours', 'theirs']) }),
)

/** 越界: a partner asked for what was not given to it. */
export const reachedBeyond = defineEvent(
  'partners.reachedBeyond',
  Type.Object({ reachId: Type.String(), agencyId: Type.String(), refusal: Type.String() }),
)

/** 报送线索: an agency told us something. Whoever reacts reads it by its number. */
export const tipTold = defineEvent(
  'partners.tipTold',
  Type.Object({ tipNo: Type.String(), agencyId: Type.String(), areaCode: Type.String() }),
)

/** 等联系人: something stands with a named person of an agency since `turn`. The fact says where it stands and nothing of what it is. */
export const contactAwaited = defineUrgentEvent(
  'partners.contactAwaited',
  Type.Object({
    ...{ aboutNo: Type.String(), state: Type.String(), contactId: Type.String() },
    ...{ areaCode: Type.String(), turn: Type.String() },
  }),
)
