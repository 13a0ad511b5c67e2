-- What is left of the rate limits of APIs, shared by all nodes; times are those of this database.
create table rate_limits (
  api_id       uuid   not null references apis on delete cascade,
  scope        text   not null,              -- origin; then the method or the numbers, where those have a limit of their own
  slot_ms      bigint not null default 0,    -- the window is counted in slots of this length
  slot         bigint not null default 0,    -- the latest slot: time in ms / slot_ms
  taken        text   not null default '',   -- calls per slot up to the latest, comma-separated
  level        double precision not null default 0, -- what is left of the burst
  level_at     bigint not null default 0,    -- ms since 1970
  paused_until bigint not null default 0,    -- ms since 1970: until then the API wants no calls
  paused_by    text,                         -- what the API said
  revision     bigint not null default 0,
  primary key (api_id, scope)
);
