import type pg from 'pg'

export type Column = {
  name: string
  type: string
  notNull: boolean
  default: string | null
  generated: string | null
  comment: string | null
}
export type Constraint = {
  name: string
  kind: 'p' | 'u' | 'f' | 'c' | 'n' | 'x'
  definition: string
  columns: string[]
  target: string | null
}
export type Table = {
  schema: string
  name: string
  partitionedBy: string | null
  unlogged: boolean
  comment: string | null
  columns: Column[]
  constraints: Constraint[]
  indexes: Array<{ name: string; definition: string; unique: boolean; columns: string[] }>
  grants: string[]
}

/** Schemas that are ours; the queue's belongs to its library. */
export const ownSchemas = `n.nspname not in ('pg_catalog', 'information_schema', 'jobs', 'public') and n.nspname not like 'pg\\_%'`

/** All tables of the live schema, without partitions, in alphabetical order. */
export async function readTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name, pg_get_partkeydef(c.oid) as "partitionedBy", c.relpersistence = 'u' as unlogged,
      obj_description(c.oid) as comment,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod) ||
            coalesce((select ' collate "' || co.collname || '"' from pg_collation co where co.oid = a.attcollation and co.collname <> 'default'), ''),
          'notNull', a.attnotnull,
          'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
          'generated', case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end,
          'comment', col_description(c.oid, a.attnum)) order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg(json_build_object('name', k.conname, 'kind', k.contype, 'definition', pg_get_constraintdef(k.oid),
          'columns', (select json_agg(a.attname order by u.place) from unnest(k.conkey) with ordinality u(num, place)
             join pg_attribute a on a.attrelid = c.oid and a.attnum = u.num),
          'target', case when k.confrelid <> 0 then k.confrelid::regclass::text end) order by k.contype desc, k.conname)
        from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'), '[]') as constraints,
      coalesce((select json_agg(json_build_object('name', i.relname, 'definition', pg_get_indexdef(x.indexrelid), 'unique', x.indisunique,
          'columns', (select json_agg(coalesce(a.attname, '') order by u.place) from unnest(x.indkey::int2[]) with ordinality u(num, place)
             left join pg_attribute a on a.attrelid = c.oid and a.attnum = u.num)) order by i.relname)
        from pg_index x join pg_class i on i.oid = x.indexrelid
       where x.indrelid = c.oid and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.conrelid = c.oid and k.contype in ('p', 'u', 'x'))), '[]') as indexes,
      coalesce((select json_agg(lower(p.privilege_type) order by p.privilege_type) from aclexplode(c.relacl) p
        join pg_roles r on r.oid = p.grantee where r.rolname = 'stoa_app'), '[]') as grants
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${ownSchemas}
    order by n.nspname, c.relname`)
  return rows
}

export type View = { schema: string; name: string; definition: string; comment: string | null }

export async function readViews(client: pg.Client): Promise<View[]> {
  const { rows } = await client.query<View>(`
    select n.nspname as schema, c.relname as name, pg_get_viewdef(c.oid, true) as definition, obj_description(c.oid) as comment
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${ownSchemas} order by 1, 2`)
  return rows
}

export async function readFunctions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ definition: string }>(`
    select pg_get_functiondef(p.oid) as definition from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where ${ownSchemas} order by n.nspname, p.proname`)
  return rows.map((row) => row.definition)
}

export async function readSchemas(
  client: pg.Client,
): Promise<Array<{ name: string; comment: string | null }>> {
  const { rows } = await client.query<{ name: string; comment: string | null }>(`
    select n.nspname as name, obj_description(n.oid) as comment from pg_namespace n where ${ownSchemas} order by 1`)
  return rows
}

export async function readTriggers(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ definition: string }>(`
    select pg_get_triggerdef(t.oid) as definition from pg_trigger t
      join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and ${ownSchemas} order by n.nspname, c.relname, t.tgname`)
  return rows.map((row) => row.definition)
}
