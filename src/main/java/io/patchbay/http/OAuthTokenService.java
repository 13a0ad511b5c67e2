package io.patchbay.http;

import io.patchbay.common.Access;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CredentialStore;
import io.patchbay.credential.CredentialUsers;
import io.patchbay.credential.OAuthClient;
import io.patchbay.http.OAuthTokenRepository.Row;
import io.patchbay.http.OAuthTokenView.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What people do with cached tokens: look at them, renew, forget. */
@Service
public class OAuthTokenService {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final OAuthTokenRepository repository;
  private final OAuthTokens tokens;
  private final CredentialStore credentials;
  private final ObjectProvider<CredentialUsers> users;
  private final InstantSource clock;

  OAuthTokenService(
      OAuthTokenRepository repository,
      OAuthTokens tokens,
      CredentialStore credentials,
      ObjectProvider<CredentialUsers> users,
      InstantSource clock) {
    this.repository = repository;
    this.tokens = tokens;
    this.credentials = credentials;
    this.users = users;
    this.clock = clock;
  }

  /** All tokens of the workspace's credentials as they are now, in order of credential. */
  public List<OAuthTokenView> list(Access access) {
    access.require(Access.Role.VIEWER);
    var usedBy = new HashMap<String, List<String>>();
    return repository.list(access.workspace()).stream()
        .map(row ->
            view(
                row,
                usedBy.computeIfAbsent(row.credential(), name -> usedBy(access.workspace(), name))))
        .toList();
  }

  /** Asks for a new token and waits for it; the view says how it went. */
  public OAuthTokenView renew(Access access, UUID id) {
    access.require(Access.Role.EDITOR);
    var row = find(access, id);
    var credential =
        credentials.find(access.workspace(), row.credential()).orElseThrow(() -> missing(id));
    if (credential.settings() instanceof OAuthClient client) {
      tokens.renew(new TokenSource(credential, client, row.scopes(), null), PATIENCE);
    }
    var renewed = find(access, id);
    return view(renewed, usedBy(access.workspace(), renewed.credential()));
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

  private List<String> usedBy(WorkspaceId workspace, String credential) {
    return users.stream().flatMap(user -> user.apisUsing(workspace, credential).stream()).toList();
  }

  private OAuthTokenView view(Row row, List<String> usedBy) {
    var now = clock.instant();
    var expiresAt = row.expiresAt();
    return new OAuthTokenView(
        row.id(),
        row.credential(),
        row.grant(),
        row.tokenUrl(),
        row.clientId(),
        row.scopes(),
        row.grantedScopes(),
        state(row, now),
        row.obtainedAt(),
        expiresAt,
        expiresAt == null || row.token() == null
            ? null
            : Math.max(0, Duration.between(now, expiresAt).toSeconds()),
        row.renewals(),
        row.lastUsedAt(),
        row.lastError(),
        row.lastErrorAt(),
        usedBy);
  }

  private static State state(Row row, Instant now) {
    if (row.open().filter(token -> token.isUsable(now)).isPresent()) {
      return State.VALID;
    }
    if (row.lastError() == null) {
      return State.EXPIRED;
    }
    return row.trouble() == TokenTrouble.SIGN_IN ? State.SIGN_IN_AGAIN : State.FAILING;
  }

  private static NotFoundException missing(UUID id) {
    return NotFoundException.of("token", id);
  }
}
