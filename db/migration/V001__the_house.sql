-- Users, workspaces, and everything that belongs to a workspace.

create table users (
  id            uuid primary key,
  email         text        not null,
  name          text        not null,
  password_hash text,                          -- null: signs in elsewhere
  administrator boolean     not null default false,
  disabled      boolean     not null default false,
  sessions_epoch integer    not null default 0, -- raised with the password: older sessions end
  created_at    timestamptz not null default now(),
  signed_in_at  timestamptz
);
create unique index users_email on users (lower(email));

create table api_tokens (
  id           uuid primary key,
  user_id      uuid        not null references users on delete cascade,
  name         text        not null,
  token_hash   bytea       not null unique,    -- SHA-256 of a token with 256 random bits
  created_at   timestamptz not null default now(),
  last_used_at timestamptz
);
create index api_tokens_user on api_tokens (user_id);

create table workspaces (
  id         uuid primary key,
  slug       text        not null unique,
  name       text        not null,
  created_at timestamptz not null default now()
);

create table members (
  workspace_id uuid        not null references workspaces on delete cascade,
  user_id      uuid        not null references users on delete cascade,
  role         text        not null check (role in ('viewer', 'operator', 'editor', 'admin')),
  created_at   timestamptz not null default now(),
  primary key (workspace_id, user_id)
);
create index members_user on members (user_id);

-- Addresses that work once: the first set-up, an invitation into a workspace, a new password.
create table one_time_links (
  id           uuid primary key,
  token_hash   bytea       not null unique,    -- SHA-256 of a token with 256 random bits
  purpose      text        not null check (purpose in ('setup', 'invitation', 'password')),
  email        text,                           -- invitation
  workspace_id uuid references workspaces on delete cascade, -- invitation
  role         text check (role in ('viewer', 'operator', 'editor', 'admin')), -- invitation
  user_id      uuid references users on delete cascade, -- password
  created_by   text        not null,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null
);
create index one_time_links_workspace on one_time_links (workspace_id);

-- "Keep me signed in": what the cookie holds is hashed here.
create table kept_sign_ins (
  token_hash bytea primary key,
  user_id    uuid        not null references users on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index kept_sign_ins_user on kept_sign_ins (user_id);

create table audit_entries (
  id           uuid primary key,
  workspace_id uuid references workspaces on delete cascade,
  at           timestamptz not null default now(),
  actor        text        not null,
  action       text        not null,
  subject      text        not null,
  detail       text
);
create index audit_entries_workspace on audit_entries (workspace_id, id desc);

-- The vault. Each workspace has a data key of its own, wrapped by the master key, which is not in the database.
create table key_checks (
  key_id      text primary key,
  check_value bytea       not null,
  created_at  timestamptz not null default now()
);

create table data_keys (
  id           uuid primary key,
  workspace_id uuid        not null references workspaces on delete cascade,
  key_id       text        not null references key_checks,
  wrapped      bytea       not null,
  created_at   timestamptz not null default now()
);
create index data_keys_workspace on data_keys (workspace_id, created_at desc);

create table credentials (
  id              uuid primary key,
  workspace_id    uuid        not null references workspaces on delete cascade,
  name            text        not null,
  kind            text        not null,
  settings        text        not null,        -- JSON without secrets
  secret          bytea       not null,        -- encrypted JSON; the data key's id leads
  origins         text[]      not null default '{}', -- where it may be sent: scheme://host:port
  revision        bigint      not null default 1,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  updated_by      text        not null,
  last_used_at    timestamptz,
  last_failed_at  timestamptz,
  last_failure    text,
  unique (workspace_id, name)
);

create table oauth_tokens (
  id                  uuid primary key,
  workspace_id        uuid        not null references workspaces on delete cascade,
  credential_id       uuid        not null references credentials on delete cascade,
  credential_revision bigint      not null,
  cache_key           bytea       not null unique,  -- SHA-256 over credential, revision, token URL, client, scopes, audience
  token_url           text        not null,
  client_id           text        not null,
  scopes              text        not null,
  token               bytea,                   -- encrypted; null when there is none
  obtained_at         timestamptz,
  expires_at          timestamptz,             -- null: until the first 401
  renewals            bigint      not null default 0,
  last_error          text,
  last_error_at       timestamptz,
  leased_by           text,
  leased_until        timestamptz
);
create index oauth_tokens_workspace on oauth_tokens (workspace_id);
create index oauth_tokens_credential on oauth_tokens (credential_id);

-- APIs. Methods have rows of their own, so that a large API is listed and edited piece by piece.
create table apis (
  id           uuid primary key,
  workspace_id uuid        not null references workspaces on delete cascade,
  slug         text        not null,
  name         text        not null,
  base_url     text        not null,
  document     text        not null,           -- patchbay/api@1 as JSON, without methods
  method_count integer     not null default 0,
  revision     bigint      not null default 1,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  updated_by   text        not null,
  unique (workspace_id, slug)
);

create table api_methods (
  api_id   uuid    not null references apis on delete cascade,
  name     text    not null,
  position integer not null,
  title    text    not null,
  verb     text    not null,
  path     text    not null,
  tag      text    not null default '',
  document text    not null,                   -- the method of patchbay/api@1 as JSON
  primary key (api_id, name)
);
create index api_methods_position on api_methods (api_id, position);

-- Flows: one draft each, and numbered versions that never change.
create table flows (
  id             uuid primary key,
  workspace_id   uuid        not null references workspaces on delete cascade,
  slug           text        not null,
  name           text        not null,
  draft          text        not null,         -- patchbay/flow@1 as JSON
  draft_revision bigint      not null default 1,
  live_version   integer,                      -- null: not published
  live_revision  bigint,                       -- the draft's revision when it was published
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  updated_by     text        not null,
  unique (workspace_id, slug)
);

create table flow_versions (
  flow_id      uuid        not null references flows on delete cascade,
  version      integer     not null,
  document     text        not null,
  note         text,
  published_at timestamptz not null default now(),
  published_by text        not null,
  primary key (flow_id, version)
);

-- Which flow answers which webhook address; kept by publishing.
create table webhook_routes (
  workspace_id uuid not null references workspaces on delete cascade,
  shape        text not null,                  -- the path with {} for each parameter
  verb         text not null,
  path         text not null,
  flow_id      uuid not null references flows on delete cascade,
  trigger_id   text not null,
  primary key (workspace_id, shape, verb)
);
create index webhook_routes_flow on webhook_routes (flow_id);

-- Which steps call which methods, of drafts and live versions; answers "used by".
create table api_uses (
  workspace_id uuid    not null references workspaces on delete cascade,
  flow_id      uuid    not null references flows on delete cascade,
  live         boolean not null,               -- of the live version, else of the draft
  step_id      text    not null,
  api_slug     text    not null,
  method       text    not null,
  primary key (flow_id, live, step_id)
);
create index api_uses_api on api_uses (workspace_id, api_slug, method);

-- Counts changes of APIs, flows and credentials, so that each node can drop what it holds in memory. One row.
create table definition_changes (
  one     boolean primary key default true check (one),
  counter bigint  not null
);
insert into definition_changes (counter) values (0);

-- The record of runs. It is written all the time, so it has as few indexes as its lists need and no
-- foreign keys, which would be checked row by row: runs of deleted flows are deleted in the background.
create table runs (
  id           uuid        not null,
  workspace_id uuid        not null,
  flow_id      uuid        not null,
  flow_name    text        not null,
  version      integer,                        -- null: the draft
  state        text        not null,
  node         text        not null,           -- the node that runs it
  trigger_id   text        not null,
  trigger_kind text        not null,
  trigger_data text,
  reply        text,
  failure      text,
  started_at   timestamptz not null,
  finished_at  timestamptz,
  duration_us  bigint,
  primary key (workspace_id, id)
);
create index runs_flow on runs (flow_id, id);
create index runs_open on runs (node) where state in ('queued', 'running');
create index runs_failed on runs (workspace_id, id) where state = 'failed';

create table step_runs (
  run_id      uuid    not null,
  seq         integer not null,
  step_id     text    not null,
  kind        text    not null,
  state       text    not null,
  port        text,
  attempts    integer not null,
  started_at  timestamptz,
  duration_us bigint,
  input       text,
  output      text,
  failure     text,
  request     text,
  primary key (run_id, seq)
);

-- Processes of the server that run flows; a new id at each start.
create table engine_nodes (
  id          text primary key,
  lease_until timestamptz not null
);

-- The orders API below /sample-api: on when there is a row. What it signs its tokens with.
create table sample_server (
  one boolean primary key default true check (one),
  key bytea   not null
);
