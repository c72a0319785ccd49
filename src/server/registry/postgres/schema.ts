import { requestIdsSchema } from './request-ids.ts'

/** Each makes a registry of one version one of the next. `collate "C"` compares texts as their bytes, so that cursors have one order. */
export const migrations: readonly string[] = [
  `
  create table claims (
    external_id_sha256 text primary key,
    tenant text,
    connection_id text,
    claimed_at text not null
  );
  create index claims_by_tenant on claims (tenant);
  create table connections (
    number bigint generated always as identity,
    id text collate "C" primary key,
    tenant text not null,
    account_id text not null,
    partition text not null,
    region text not null,
    external_id text not null,
    permissions text not null,
    role_options text,
    permissions_policy text,
    role_arn text not null,
    name text,
    created_at text not null,
    first_look_at text,
    first_verified_at text,
    is_id_accepted boolean not null default false,
    changed_at text collate "C" not null,
    next_check_at text collate "C",
    lease_holder text,
    lease_until text collate "C",
    next_external_id text,
    rotation_started_at text,
    disconnected_at text
  );
  create index connections_by_tenant on connections (tenant, number);
  create index pending_connections on connections (tenant) where first_verified_at is null and disconnected_at is null;
  create index connections_by_account on connections (account_id, partition, created_at);
  create index connections_by_role on connections (role_arn, created_at);
  create index connections_by_change on connections (changed_at, id);
  create index due_connections on connections (next_check_at) where next_check_at is not null;
  create table verdicts (
    connection_id text primary key references connections (id) on delete cascade,
    kind text not null,
    verdict text not null,
    remembered text not null,
    asked text not null
  );
  create table other_external_ids (
    connection_id text not null references connections (id) on delete cascade,
    other_id text not null references connections (id) on delete cascade,
    role_arn text not null,
    outcome text not null,
    primary key (connection_id, other_id)
  );
  create index other_external_ids_by_other on other_external_ids (other_id);
  create table history (
    number bigint generated always as identity primary key,
    connection_id text not null references connections (id) on delete cascade,
    entry text not null
  );
  create index history_by_connection on history (connection_id, number);
  create table events (
    id text collate "C" primary key,
    tenant text not null,
    due_at text collate "C" not null,
    attempts integer not null,
    event text not null
  );
  create index due_events on events (due_at);
  create index events_by_tenant on events (tenant);
  create table handoffs (
    number bigint generated always as identity,
    id text primary key,
    token_sha256 text not null unique,
    tenant text not null,
    connection_id text,
    handoff text not null
  );
  create index handoffs_by_tenant on handoffs (tenant, number);
  create table redeemed_launches (id text primary key, expires_at text collate "C" not null);
  create index redeemed_launches_by_expiry on redeemed_launches (expires_at);
  create table revoked_sessions (id text primary key, expires_at text collate "C" not null);
  create index revoked_sessions_by_expiry on revoked_sessions (expires_at);
  `,
  'create table sts_slots (partition text primary key, next_at float8 not null);',
  `
  alter table events add column expires_at text collate "C";
  create index events_by_expiry on events (expires_at);
  `,
  'alter table connections add column disconnection text',
  `
  alter table handoffs add column removed_at text collate "C";
  create index handoffs_by_removal on handoffs (removed_at);
  `,
  // Copies of an earlier version write events without a connection, which are never sent.
  `
  alter table events add column connection_id text;
  alter table events add column number bigint generated always as identity;
  alter table events add column happened_at text collate "C";
  alter table events add column status text not null default 'pending';
  alter table events add column delivery text;
  create index events_by_connection on events (connection_id, number) where status = 'pending';
  create index events_by_status on events (status, happened_at, id);
  `,
  'alter table connections add column rotation_confirmed_at text',
  requestIdsSchema,
  'alter table connections add column update_mark text',
  'alter table connections add column rotation_canceled_at text',
]

/** A copy that knows this version can use a registry of the present one, because later migrations only add. */
export const oldestCompatible = 1
