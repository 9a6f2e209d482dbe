import { defineModule, type Module } from '#platform/module'
import { tryDraftJob } from './jobs.ts'
import { publishedValuesLaw } from './law.ts'
import type { PoliciesPorts } from './ports.ts'
import { policyRefusals } from './refusals.ts'
import { routeBindings } from './routes.ts'

/** 本局参数: drafted by one person, tried on the past, published by another, in force from a day on. */
export const createPolicies = (ports: PoliciesPorts): Module =>
  defineModule({
    name: 'policies',
    routes: routeBindings(ports),
    refusals: policyRefusals,
    lawInRows: publishedValuesLaw,
    jobs: [tryDraftJob(ports.subjects)],
  })

export type { PoliciesPorts } from './ports.ts'
