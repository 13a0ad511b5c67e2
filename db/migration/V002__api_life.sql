-- Environments of a workspace: named sets of variables that runs and webhooks may name.
create table environments (
  workspace_id uuid        not null references workspaces on delete cascade,
  name         text        not null,           -- in addresses and documents, for example staging
  description  text        not null default '',
  variables    text        not null default '{}', -- JSON object of texts
  position     integer     not null default 0,
  revision     bigint      not null default 1,
  updated_at   timestamptz not null default now(),
  updated_by   text        not null,
  primary key (workspace_id, name)
);

-- Schemas of an API have rows of their own, as methods do.
create table api_schemas (
  api_id   uuid    not null references apis on delete cascade,
  name     text    not null,
  position integer not null,
  document text    not null,                   -- JSON Schema
  primary key (api_id, name)
);
insert into api_schemas (api_id, name, position, document)
  select a.id, s.key, s.position - 1, s.value::text
    from apis a, json_each(a.document::json -> 'schemas') with ordinality s (key, value, position)
   where a.document::json -> 'schemas' is not null;
update apis set document = (document::jsonb - 'schemas')::text where document::json -> 'schemas' is not null;

-- Published versions of APIs, which never change but for their notice.
create table api_versions (
  api_id       uuid        not null references apis on delete cascade,
  major        integer     not null,
  minor        integer     not null,
  patch        integer     not null,
  document     text        not null,           -- as in apis: without methods and schemas
  method_count integer     not null,
  changes      text        not null default '[]', -- JSON: what differs from the version before
  note         text,
  deprecated   text,                           -- notice; null: not deprecated
  published_at timestamptz not null default now(),
  published_by text        not null,
  primary key (api_id, major, minor, patch)
);
create table api_version_methods (
  api_id   uuid    not null,
  major    integer not null,
  minor    integer not null,
  patch    integer not null,
  name     text    not null,
  position integer not null,
  title    text    not null,
  verb     text    not null,
  path     text    not null,
  tag      text    not null,
  document text    not null,
  primary key (api_id, major, minor, patch, name),
  foreign key (api_id, major, minor, patch) references api_versions on delete cascade
);
create table api_version_schemas (
  api_id   uuid    not null,
  major    integer not null,
  minor    integer not null,
  patch    integer not null,
  name     text    not null,
  position integer not null,
  document text    not null,
  primary key (api_id, major, minor, patch, name),
  foreign key (api_id, major, minor, patch) references api_versions on delete cascade
);

-- Where a definition was imported from, and what a refresh compares with.
create table api_sources (
  api_id         uuid        primary key references apis on delete cascade,
  url            text,                         -- null: a file, or pasted
  name           text        not null,         -- file name, or the address without its query
  format         text        not null,
  title          text        not null,         -- for example OpenAPI 3.0.4
  allow_external boolean     not null default false,
  base           text        not null,         -- patchbay/api@1 as it was imported last
  hash           text        not null,         -- SHA-256 of the base, hex
  read_at        timestamptz not null,
  watch_hours    integer,                      -- null: refreshed by hand only
  next_check_at  timestamptz,
  checked_at     timestamptz,
  check_error    text,
  failures       integer     not null default 0, -- looks that failed in a row
  etag           text,                         -- of what the address answered last
  candidate      text,                         -- patchbay/api@1 as it would be imported now
  candidate_hash text,
  candidate_at   timestamptz,
  candidate_summary text,                      -- JSON: how many changes of which impact; null: not worth telling
  candidate_origin text                        -- JSON: url, name, format, title, allowExternal
);
create index api_sources_due on api_sources (next_check_at) where watch_hours is not null;

create table api_refreshes (
  id             uuid        primary key,
  api_id         uuid        not null references apis on delete cascade,
  refreshed_at   timestamptz not null,
  refreshed_by   text        not null,
  summary        text        not null,         -- JSON: how many changes of which impact
  before         text        not null,         -- patchbay/api@1 before it, for the way back
  base           text        not null,         -- api_sources.base before it
  hash           text        not null,         -- api_sources.hash before it
  origin         text        not null,         -- JSON: url, name, format, title, allowExternal before it
  read_at        timestamptz not null,         -- api_sources.read_at before it
  after          text        not null,         -- patchbay/api@1 after it, to find later edits
  revision_after bigint      not null,
  undone_at      timestamptz
);
create index api_refreshes_api on api_refreshes (api_id, refreshed_at);

-- Which other workspaces may use or edit an API.
create table api_shares (
  api_id          uuid        not null references apis on delete cascade,
  workspace_id    uuid        not null references workspaces on delete cascade,
  access          text        not null check (access in ('use', 'edit')),
  with_credential boolean     not null default false,
  verbs           text[]      not null default '{}', -- empty: all
  methods         text[]      not null default '{}', -- empty: all
  credential      text,                        -- of the other workspace, its own choice
  shared_at       timestamptz not null default now(),
  shared_by       text        not null,
  primary key (api_id, workspace_id)
);
create index api_shares_workspace on api_shares (workspace_id);

-- Calls by hand, the last ones of each method.
create table api_tries (
  id           uuid        primary key,
  workspace_id uuid        not null references workspaces on delete cascade,
  api_id       uuid        not null references apis on delete cascade,
  method       text        not null,
  environment  text,
  tried_at     timestamptz not null,
  tried_by     text        not null,
  status       integer,
  duration_us  bigint      not null,
  inputs       text        not null,           -- JSON: inputs and body as given, what is redacted left out
  outcome      text        not null            -- JSON: request as sent and response, redacted
);
create index api_tries_method on api_tries (workspace_id, api_id, method, tried_at);

alter table api_uses add column version text;  -- which version of the API the step asks for
alter table runs add column environment text;
create index api_uses_ref on api_uses (api_slug);
