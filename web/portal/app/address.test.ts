import { describe, expect, it } from 'vitest'
import { pageOf } from './address.ts'

describe('the addresses of the portal', () => {
  it.each([
    ['/', 'home'],
    ['/v', 'verify'],
    ['/v/', 'verify'],
    ['/p', 'progress'],
    ['/apply/renewal', 'apply'],
    ['/apply/issue', 'issue'],
    ['/apply', 'notFound'],
    ['/apply/../me', 'notFound'],
    ['/d', 'draft'],
    ['/lookup', 'lookup'],
    ['/points', 'points'],
    ['/learn', 'learn'],
    ['/penalties', 'penalties'],
    ['/law', 'law'],
    ['/law/XK', 'law'],
    ['/law/12/changes', 'law'],
    ['/law/xk', 'notFound'],
    ['/me', 'me'],
    ['/me/data', 'data'],
    ['/me/mandates', 'mandates'],
    ['/signed-in', 'signedIn'],
    ['/guide/renewal', 'guide'],
    ['/guide', 'guides'],
    ['/guide/close/', 'guide'],
    ['/guide/issue', 'guide'],
    ['/guide/other', 'notFound'],
    ['/privacy', 'privacy'],
    ['/accessibility//', 'accessibility'],
    ['/verify', 'notFound'],
    ['/constructor', 'notFound'],
  ])('%s opens %s', (path, page) => expect(pageOf(path)).toBe(page))
})
