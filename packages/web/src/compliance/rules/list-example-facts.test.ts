import { expect, test } from 'vitest'
import { listExampleFacts } from './list-example-facts.ts'

test('facts of an example are told with their paths, whatever they hold', () => {
  expect(listExampleFacts({ category: 'drug', creator: { age: 9, usedProduct: false }, links: [], publishAt: null })).toEqual([
    { fact: 'category', value: 'drug' },
    { fact: 'creator.age', value: '9' },
    { fact: 'creator.usedProduct', value: 'false' },
    { fact: 'links', value: '[]' },
    { fact: 'publishAt', value: 'null' },
  ])
})

test('an example without facts tells none', () => expect(listExampleFacts({})).toEqual([]))
