import { change } from './change.ts'
import { close } from './close.ts'
import { issue } from './issue.ts'
import { reissue } from './reissue.ts'
import { renewal } from './renewal.ts'
import { resume } from './resume.ts'
import type { ServiceCode, ServiceDefinition } from './service.ts'
import { suspend } from './suspend.ts'

/** 办理事项表: the only list of services; every screen, rule run, paper and report reads it. */
export const services: Readonly<Record<ServiceCode, ServiceDefinition>> = {
  issue,
  renewal,
  change,
  suspend,
  resume,
  reissue,
  close,
}
