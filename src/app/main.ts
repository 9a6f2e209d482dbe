#!/usr/bin/env node
import { keepCompiled } from '../platform/compile-cache.ts'

// `npm start`. The rest is read when the cache is open.
keepCompiled()
const { serve } = await import('./serve.ts')
await serve()
