import type { RefusalTable } from '#kernel/refusal'
import { entry } from './entry.ts'

/** Why a kept act (办理动作) was not run by itself; it waits for a person, and nothing of it is lost. */
export const actRefusals = {
  actUnreadable: entry(
    422,
    ['终端送来的办理内容无法打开。', '内容已保存，由工作人员核对后处理。'],
    ['The act sent by the terminal cannot be opened.', 'It is kept; a member of staff will look at it.'],
  ),
  actSessionUnknown: entry(
    422,
    ['终端送来的办理内容找不到对应的刷证记录。', '内容已保存，由工作人员核对后处理。'],
    ['No card session belongs to this act.', 'It is kept; a member of staff will look at it.'],
  ),
  actTimeDoubtful: entry(
    422,
    ['终端的时钟与服务器相差太多，办理时间不能确定。', '内容已保存，由工作人员核对后处理。'],
    ['The terminal’s clock is too far from the server’s.', 'The act is kept; a member of staff will look at it.'],
  ),
} as const satisfies RefusalTable
