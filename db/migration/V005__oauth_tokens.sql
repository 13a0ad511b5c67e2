-- What is shown of tokens, and how long a token endpoint that gave none is left alone by all nodes.
alter table oauth_tokens
  add column grant_type     text not null default 'client_credentials',
  add column granted_scopes text,                -- null: as asked for
  add column last_used_at   timestamptz,         -- written once a minute
  add column failures       integer not null default 0, -- since the last token
  add column trouble        text,                -- of the last failure: passing, configuration or sign_in
  add column quiet_until    timestamptz;         -- not asked again before

-- Who renews with a refresh token now. There is one refresh token per credential, whatever the
-- scopes and revisions of its access tokens, and many providers revoke one that comes twice at once.
create table oauth_renewals (
  credential_id uuid        primary key references credentials on delete cascade,
  leased_by     text,
  leased_until  timestamptz
);
