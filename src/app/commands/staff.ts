import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { sql } from 'kysely'
import { type StaffRole, staffRoles } from '#kernel/actor'
import { closeStaff, createStaff } from '#modules/access'
import { systemClock } from '../../platform/clock.ts'
import { totpUri } from '../../platform/totp.ts'
import { withDatabase } from './with-database.ts'

/** 工作人员账号: the first accounts of a bureau are made here, by the person at the server. */
export function addStaffCommands(program: Command): void {
  const staff = program.command('staff').description('工作人员账号')
  staff
    .command('add')
    .description('新建账号；口令和动态码密钥只显示一次')
    .requiredOption('--account <name>', '账号（小写字母开头）')
    .requiredOption('--name <name>', '姓名')
    .requiredOption('--roles <list>', `岗位，逗号分隔：${staffRoles.join(', ')}`)
    .requiredOption('--areas <list>', '区划代码，逗号分隔（县 6 位或镇 9 位）')
    .action(addStaff)
  staff
    .command('remove-demo')
    .description('停用全部演示账号')
    .action(async () =>
      withDatabase(async ({ database }) => {
        const closed = await database.within({ areas: 'all' }, async tx => {
          const { rows } = await sql<{
            account: string
          }>`select account from access.staff where demo and state = 'active'`.execute(tx)
          for (const { account } of rows) await closeStaff(tx, account, systemClock.now())
          return rows.length
        })
        console.log(`已停用 ${closed} 个演示账号。`)
      }),
    )
}

async function addStaff(asked: { account: string; name: string; roles: string; areas: string }): Promise<void> {
  const password = randomBytes(12).toString('base64url')
  const roles = asked.roles.split(',').map(role => role.trim()) as StaffRole[]
  const unknown = roles.filter(role => !staffRoles.includes(role))
  if (unknown.length > 0) throw new Error(`没有岗位 ${unknown.join('、')}。`)
  await withDatabase(async ({ database, keyring }) => {
    const staff = { account: asked.account, name: asked.name, roles, areas: asked.areas.split(','), password }
    const made = await database.within({ areas: 'all' }, tx =>
      createStaff(tx, staff, { at: systemClock.now(), keyring }),
    )
    if (!made.ok) throw new Error(`账号没有建成：${made.refusal} ${JSON.stringify(made.details ?? {})}`)
    console.log(`账号 ${asked.account}\n口令 ${password}\n动态码 ${totpUri(made.value.totpSecret, asked.account)}`)
  })
}
