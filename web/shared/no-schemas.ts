/**
 * Stands in for `typebox` in a front end that carries no validator (see web/build.ts): the contracts are imported for
 * their addresses and their types; their schemas are never looked at in the browser, and building them costs 45 kB.
 */
const schema: unknown = new Proxy(
  Object.assign(() => schema, { properties: {} }),
  {
    get: (target, name) => (name === 'properties' ? target.properties : schema),
  },
)

export const Type = schema
export default schema
