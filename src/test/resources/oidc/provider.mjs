// An authorization server that nobody here wrote, with its own sign-in and consent pages.
import Provider from 'oidc-provider';

const port = process.argv[2];
const callback = 'https://patchbay.example/oauth/callback';
const client = (id, auth) => ({
  client_id: id,
  ...(auth === 'none' ? {} : { client_secret: 'canary-client-secret-of-' + id }),
  token_endpoint_auth_method: auth,
  redirect_uris: [callback],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
});

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    client('basic', 'client_secret_basic'),
    client('post', 'client_secret_post'),
    client('public', 'none'),
  ],
  scopes: ['openid', 'offline_access', 'orders'],
  pkce: { required: () => true },
  rotateRefreshToken: true,
  ttl: { AccessToken: 3600, RefreshToken: 3600, Grant: 3600, Interaction: 600, Session: 600 },
  features: { devInteractions: { enabled: true }, revocation: { enabled: true } },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  cookies: { keys: ['only of this test'] },
});

// Ends what people consented to, as they can on their account page.
const given = new Set();
provider.on('grant.saved', (grant) => given.add(grant.jti));
provider.use(async (ctx, next) => {
  if (ctx.path !== '/test/end-all') return next();
  for (const id of given) {
    await provider.RefreshToken.revokeByGrantId(id);
    await provider.AccessToken.revokeByGrantId(id);
  }
  ctx.body = 'ended';
});

provider.listen(port, '127.0.0.1');
