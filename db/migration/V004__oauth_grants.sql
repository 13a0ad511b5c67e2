-- What people consented to: lets calls get tokens in their name until they or the provider end it.
create table oauth_grants (
  credential_id       uuid        primary key references credentials on delete cascade,
  workspace_id        uuid        not null references workspaces on delete cascade,
  credential_revision bigint      not null,    -- when it was given
  terms               text        not null,    -- SHA-256, hex, over client, addresses and scopes: what it was given for
  refresh_token       bytea,                   -- encrypted; null: the provider gave none
  access_token        bytea,                   -- encrypted; only of a provider that gave no refresh token
  access_obtained_at  timestamptz,
  access_expires_at   timestamptz,             -- null: until the provider ends it
  scopes              text        not null,    -- as granted, may be less than asked for
  state               text        not null check (state in ('connected', 'signInAgain')),
  reason              text,                    -- why to sign in again
  renewing_since      timestamptz,             -- a renewal was begun and its end not written down yet
  connected_by        text        not null,
  connected_at        timestamptz not null,
  changed_at          timestamptz not null
);
create index oauth_grants_workspace on oauth_grants (workspace_id);

-- Consents on their way: a link that somebody asked for, then a state that the provider gives back.
create table oauth_connects (
  id                  uuid        primary key,
  credential_id       uuid        not null references credentials on delete cascade,
  workspace_id        uuid        not null references workspaces on delete cascade,
  credential_revision bigint      not null,
  user_id             uuid        not null references users on delete cascade,
  key_hash            bytea       not null unique, -- SHA-256 of the link's key, then of the state
  session_hash        bytea,                   -- SHA-256 of the browser session; null: link not opened yet
  verifier            bytea,                   -- PKCE, encrypted; null: link not opened yet
  redirect_uri        text,
  issuer              text,                    -- that the answer has to come from; null: not known
  issuer_required     boolean     not null,    -- whether an answer that names no issuer is refused
  created_at          timestamptz not null,
  expires_at          timestamptz not null
);
create index oauth_connects_expires on oauth_connects (expires_at);
