// The shapes themselves stand with the importer, which fills them and stands to the left; their readers know them from here.
export {
  accountInputSchema,
  accountSchema,
  audienceSchema,
  creatorTypeWithBasisSchema,
  metricSchema,
  quoteSchema,
  recentPostSchema,
  type Account,
  type AccountInput,
  type Audience,
  type Metric,
  type Quote,
  type RecentPost,
} from '../imports/index.ts'
