-- Certificates of a workspace: its own with their key, to be shown to servers, and authorities to be trusted.
create table certificates (
  id           uuid primary key,
  workspace_id uuid        not null references workspaces on delete cascade,
  name         text        not null,
  use          text        not null check (use in ('client', 'authority')),
  chain        text        not null,           -- PEM; a client's own certificate first
  private_key  bytea,                          -- encrypted PKCS#8; null for authorities
  revision     bigint      not null default 1,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  updated_by   text        not null,
  unique (workspace_id, name),
  check ((use = 'client') = (private_key is not null))
);
