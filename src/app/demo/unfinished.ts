/** The first start was killed between the terminal's place in the register and its key: what is missing cannot be asked for twice. */
export class DemoUnfinished extends Error {
  constructor() {
    super('演示数据没有建完（第一次启动时被强行中断）。请删除 YZT_DATA 文件夹（默认 ./var）后重新启动。')
  }
}
