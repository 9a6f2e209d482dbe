export { mayUse } from '../../shared/may-use.ts'
