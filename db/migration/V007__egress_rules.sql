-- What administrators allow calls to reach besides the public internet, for the whole server: connections are
-- shared between workspaces, so a rule for one of them would hold for all.
create table egress_rules (
  id         uuid primary key,
  rule       text        not null unique,      -- host:port, 10.1.0.0/16:port or [fd00::/8]:port; the port may be *
  note       text        not null default '',  -- why, for people
  created_by text        not null,
  created_at timestamptz not null
);
