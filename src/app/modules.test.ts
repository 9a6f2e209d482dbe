import { expect, it } from 'vitest'
import { kernelRefusals } from '#kernel/refusal-texts'
import { movableClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { joinRefusals } from '../platform/http/join-refusals.ts'
import { platformRefusals } from '../platform/http/refusals.ts'
import { compile as compileSerializer } from '../platform/http/serialization.ts'
import { validatorCompiler } from '../platform/http/validation.ts'
import { houseModules } from './modules.ts'

const modules = houseModules(readConfig({}), { clock: movableClock('2026-11-26T02:00:00Z'), note: () => undefined })

// Joined as the server joins them, with its own and the kernel's: two domains with one name would stop it from starting.
it('the refusals of the house are one table: no name means two things', () => {
  const joined = joinRefusals([platformRefusals, kernelRefusals, ...modules.map(({ refusals }) => refusals)])
  expect(Object.keys(joined).length).toBeGreaterThan(300)
})

// The server compiles a schema when its route is first called: a wrong one is found here.
it('every schema of the house can be read and its replies written', () => {
  for (const { method, url, params, query, body, reply } of modules.flatMap(({ routes }) =>
    routes.map(({ route }) => route),
  )) {
    const of = { method, url }
    const judge = (schema: object | undefined, httpPart: string) =>
      schema && validatorCompiler({ ...of, schema, httpPart })(undefined)
    judge(params, 'params')
    judge(query, 'querystring')
    judge(body, 'body')
    if (typeof reply === 'object')
      expect(() => compileSerializer({ ...of, schema: reply, httpStatus: '200' })).not.toThrow()
  }
})

it('every address of the house is answered by one route', () => {
  const doors = modules.flatMap(({ routes }) => routes.map(({ route }) => `${route.method} ${route.url}`))
  expect(doors.filter((door, n) => doors.indexOf(door) !== n)).toEqual([])
})
