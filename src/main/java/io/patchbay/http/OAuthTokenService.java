package io.patchbay.http;

import io.patchbay.common.Access;
import io.patchbay.common.NotFoundException;
import io.patchbay.credential.CredentialStore;
import io.patchbay.credential.OAuthClient;
import io.patchbay.http.OAuthTokenRepository.Row;
import io.patchbay.http.OAuthTokenView.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What people do with cached tokens: look at them, renew, forget. */
@Service
public class OAuthTokenService {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final OAuthTokenRepository repository;
  private final OAuthTokens tokens;
  private final CredentialStore credentials;
  private final InstantSource clock;

  OAuthTokenService(
      OAuthTokenRepository repository,
      OAuthTokens tokens,
      CredentialStore credentials,
      InstantSource clock) {
    this.repository = repository;
    this.tokens = tokens;
    this.credentials = credentials;
    this.clock = clock;
  }

  /** All tokens of the workspace's credentials as they are now, in order of credential. */
  public List<OAuthTokenView> list(Access access) {
    access.require(Access.Role.VIEWER);
    return repository.list(access.workspace()).stream().map(this::view).toList();
  }

  /** Asks for a new token and waits for it; the view says how it went. */
  public OAuthTokenView renew(Access access, UUID id) {
    access.require(Access.Role.EDITOR);
    var row = find(access, id);
    var credential =
        credentials.find(access.workspace(), row.credential()).orElseThrow(() -> missing(id));
    if (credential.settings() instanceof OAuthClient client) {
      tokens.renew(new TokenSource(credential, client, row.scopes()), PATIENCE);
    }
    return view(find(access, id));
  }

  /** Removes the token; the next call asks for another. */
  public void forget(Access access, UUID id) {
    access.require(Access.Role.EDITOR);
    var row = find(access, id);
    repository.delete(access.workspace(), id);
    tokens.forget(row.credentialId());
  }

  private Row find(Access access, UUID id) {
    return repository.find(access.workspace(), id).orElseThrow(() -> missing(id));
  }

  private OAuthTokenView view(Row row) {
    var isUsable = row.open().filter(token -> token.isUsable(clock.instant())).isPresent();
    return new OAuthTokenView(
        row.id(),
        row.credential(),
        row.tokenUrl(),
        row.clientId(),
        row.scopes(),
        isUsable ? State.VALID : row.lastError() == null ? State.EXPIRED : State.FAILING,
        row.obtainedAt(),
        row.expiresAt(),
        row.renewals(),
        row.lastError(),
        row.lastErrorAt());
  }

  private static NotFoundException missing(UUID id) {
    return NotFoundException.of("token", id);
  }
}
