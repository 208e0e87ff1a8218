import type { Pool } from 'pg'

const COLUMNS = `
  SELECT c.relname AS name, a.attname AS item, format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS text
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE n.nspname = $1 AND c.relkind = 'r' ORDER BY c.relname, a.attnum`
const CONSTRAINTS = `
  SELECT c.relname AS name, k.conname AS item, pg_get_constraintdef(k.oid) AS text
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = $1 AND k.contype IN ('p', 'u', 'f', 'c') ORDER BY c.relname, k.contype, k.conname`
const INDEXES = `
  SELECT c.relname AS name, i.relname AS item, pg_get_indexdef(x.indexrelid) AS text
  FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = $1 ORDER BY c.relname, i.relname`
const POLICIES = `
  SELECT tablename::text AS name, policyname::text AS item,
    cmd || ' TO ' || array_to_string(roles, ', ') || coalesce(' USING (' || qual || ')', '') || coalesce(' WITH CHECK (' || with_check || ')', '') AS text
  FROM pg_policies WHERE schemaname = $1 ORDER BY tablename, policyname`
const FENCES = `
  SELECT c.relname AS name, 'row level security' AS item,
    CASE WHEN c.relrowsecurity THEN 'enabled' ELSE 'off' END || CASE WHEN c.relforcerowsecurity THEN ', forced' ELSE '' END
      || CASE WHEN c.relpersistence = 'u' THEN ', unlogged' ELSE '' END AS text
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r' ORDER BY c.relname`
const GRANTS = `
  SELECT table_name::text AS name, grantee::text AS item, string_agg(privilege_type, ', ' ORDER BY privilege_type) AS text
  FROM information_schema.role_table_grants WHERE table_schema = $1 AND grantee = 'kolibra_app' GROUP BY table_name, grantee ORDER BY table_name`

const PARTS = [
  ['column', COLUMNS],
  ['constraint', CONSTRAINTS],
  ['index', INDEXES],
  ['policy', POLICIES],
  ['fence', FENCES],
  ['grant', GRANTS],
] as const

interface Line {
  readonly name: string
  readonly item: string
  readonly text: string
}

const SCHEMA = 'kolibra'

/** The schema as the catalogue knows it, in a fixed order: what `schema.sql` holds. The packaged PostgreSQL brings no pg_dump. */
export async function printSchema(pool: Pool): Promise<string> {
  const lines: string[] = [
    '-- Printed from the catalogue by packages/server/src/platform/print-schema.ts; a test compares it. Do not edit.',
  ]
  const tables = new Map<string, string[]>()
  for (const [kind, query] of PARTS)
    for (const { name, item, text } of (await pool.query<Line>(query, [SCHEMA])).rows)
      tables.set(name, [...(tables.get(name) ?? []), `  ${kind} ${item}: ${text}`])
  for (const [name, rows] of tables) lines.push('', `${SCHEMA}.${name}`, ...rows)
  return `${lines.join('\n')}\n`
}
