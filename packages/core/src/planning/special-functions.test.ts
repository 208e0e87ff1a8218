import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  digamma,
  incompleteBeta,
  inverseTrigamma,
  lnGamma,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
  trigamma,
} from './special-functions.ts'

const share = fc.double({ min: 0.0005, max: 0.9995, noNaN: true })
const positive = fc.double({ min: 0.05, max: 200, noNaN: true })
const EULER = 0.5772156649015329

describe('gamma and its derivatives', () => {
  test.each([
    { x: 1, value: 0 },
    { x: 2, value: 0 },
    { x: 0.5, value: 0.5 * Math.log(Math.PI) },
    { x: 5, value: Math.log(24) },
    { x: 11, value: Math.log(3_628_800) },
  ])('ln Γ($x)', ({ x, value }) => {
    expect(lnGamma(x)).toBeCloseTo(value, 10)
  })

  test('Γ(x + 1) = x Γ(x)', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(lnGamma(x + 1) - lnGamma(x)).toBeCloseTo(Math.log(x), 8)
      }),
    )
  })

  test.each([
    { x: 1, psi: -EULER, psi1: Math.PI ** 2 / 6 },
    { x: 2, psi: 1 - EULER, psi1: Math.PI ** 2 / 6 - 1 },
    { x: 0.5, psi: -EULER - 2 * Math.log(2), psi1: Math.PI ** 2 / 2 },
  ])('ψ($x) and ψ′($x)', ({ x, psi, psi1 }) => {
    expect(digamma(x)).toBeCloseTo(psi, 10)
    expect(trigamma(x)).toBeCloseTo(psi1, 10)
  })

  test('ψ is the slope of ln Γ, ψ′ that of ψ', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 50, noNaN: true }), (x) => {
        const h = 1e-4
        expect(digamma(x)).toBeCloseTo((lnGamma(x + h) - lnGamma(x - h)) / (2 * h), 5)
        expect(trigamma(x)).toBeCloseTo((digamma(x + h) - digamma(x - h)) / (2 * h), 5)
      }),
    )
  })

  test('ψ′ is undone by its inverse', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(inverseTrigamma(trigamma(x)) / x).toBeCloseTo(1, 6)
      }),
    )
  })
})

describe('incomplete beta', () => {
  test.each([
    { x: 0, a: 2, b: 3, value: 0 },
    { x: 1, a: 2, b: 3, value: 1 },
    { x: -1, a: 2, b: 3, value: 0 },
    { x: 2, a: 2, b: 3, value: 1 },
    { x: 0.3, a: 1, b: 1, value: 0.3 },
    { x: 0.5, a: 2, b: 2, value: 0.5 },
    { x: 0.25, a: 1, b: 2, value: 1 - 0.75 ** 2 },
  ])('I_$x($a, $b) = $value', ({ x, a, b, value }) => {
    expect(incompleteBeta(x, a, b)).toBeCloseTo(value, 12)
  })

  test('seen from the other side', () => {
    fc.assert(
      fc.property(share, positive, positive, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 9)
      }),
    )
  })

  test('rises with x', () => {
    fc.assert(
      fc.property(share, share, positive, positive, (x, y, a, b) => {
        expect(incompleteBeta(Math.max(x, y), a, b)).toBeGreaterThanOrEqual(incompleteBeta(Math.min(x, y), a, b) - 1e-12)
      }),
    )
  })
})

describe('normal', () => {
  test.each([
    { z: 0, p: 0.5 },
    { z: 1, p: 0.8413447460685429 },
    { z: 1.959963984540054, p: 0.975 },
    { z: -2.3263478740408408, p: 0.01 },
    { z: 3.090232306167813, p: 0.999 },
    { z: -4, p: 3.167124183311986e-5 },
    { z: 6, p: 1 - 9.865876450376981e-10 },
  ])('Φ($z) = $p', ({ z, p }) => {
    expect(normalCdf(z)).toBeCloseTo(p, 12)
    expect(normalQuantile(p)).toBeCloseTo(z, 6)
  })

  test('the tails keep their digits', () => {
    expect(normalCdf(-8) / 6.220960574271785e-16).toBeCloseTo(1, 8)
  })

  test('quantile and distribution undo each other; both sides are alike', () => {
    fc.assert(
      fc.property(share, (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 10)
        expect(normalQuantile(p)).toBeCloseTo(-normalQuantile(1 - p), 8)
      }),
    )
  })

  test('no step where the two methods meet', () => {
    expect(normalCdf(3.0000001) - normalCdf(2.9999999)).toBeLessThan(1e-8)
    expect(normalCdf(3.0000001)).toBeGreaterThan(normalCdf(2.9999999))
  })
})

describe('Student’s t', () => {
  // Tables: one-sided quantiles.
  test.each([
    { p: 0.975, nu: 1, t: 12.706204736 },
    { p: 0.975, nu: 2, t: 4.30265273 },
    { p: 0.95, nu: 5, t: 2.015048373 },
    { p: 0.9, nu: 10, t: 1.372183641 },
    { p: 0.975, nu: 30, t: 2.042272456 },
    { p: 0.75, nu: 1, t: 1 },
    { p: 0.5, nu: 3, t: 0 },
    { p: 0.025, nu: 2, t: -4.30265273 },
  ])('quantile $p with $nu degrees of freedom', ({ p, nu, t }) => {
    expect(studentQuantile(p, nu)).toBeCloseTo(t, 6)
  })

  test('quantile and distribution undo each other, small and broken degrees of freedom too', () => {
    fc.assert(
      fc.property(share, fc.double({ min: 0.8, max: 300, noNaN: true }), (p, nu) => {
        expect(studentCdf(studentQuantile(p, nu), nu)).toBeCloseTo(p, 8)
        expect(studentQuantile(p, nu)).toBeCloseTo(-studentQuantile(1 - p, nu), 5)
      }),
    )
  })

  test('with many degrees of freedom it is the normal', () => {
    for (const p of [0.01, 0.1, 0.4, 0.9, 0.99]) expect(studentQuantile(p, 1e6)).toBeCloseTo(normalQuantile(p), 4)
  })

  test('fewer degrees of freedom, wider tails', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 50, noNaN: true }), fc.double({ min: 0.6, max: 0.99, noNaN: true }), (nu, p) => {
        expect(studentQuantile(p, nu)).toBeGreaterThanOrEqual(studentQuantile(p, nu * 2) - 1e-9)
      }),
    )
  })
})
