package io.patchbay.http;

import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Credential;
import io.patchbay.credential.Secret;
import io.patchbay.credential.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps consents that are on their way: first as a link, then as a state. Both are kept as hashes
 * and are taken once.
 */
@Repository
class OAuthConnectRepository {

  private static final String TABLE = "oauth_connects";

  private final JdbcClient jdbc;
  private final Vault vault;

  OAuthConnectRepository(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  void insertLink(
      UUID id, Credential credential, UserId user, String key, Instant now, Instant end) {
    insert(id, credential, user, key, now, end, null);
  }

  /** Takes the link away; empty when there is none, it is over, or it is somebody else's. */
  boolean takeLink(Credential credential, UserId user, String key, Instant now) {
    return jdbc.sql(
                """
                delete from oauth_connects
                where key_hash = :key and session_hash is null and expires_at > :now
                  and credential_id = :credential and credential_revision = :revision
                  and user_id = :user
                """)
            .param("key", Sha256.of(key))
            .param("now", Timestamp.from(now))
            .param("credential", credential.id())
            .param("revision", credential.revision())
            .param("user", user.value())
            .update()
        == 1;
  }

  void insertState(
      UUID id,
      Credential credential,
      UserId user,
      String state,
      Instant now,
      Instant end,
      Consent consent) {
    insert(id, credential, user, state, now, end, consent);
  }

  /** Takes the state away, whoever comes with it; empty when there is none or it is over. */
  Optional<Pending> takeState(String state, Instant now) {
    return jdbc.sql(
            """
            delete from oauth_connects c using workspaces w, credentials k
            where c.key_hash = :state and c.session_hash is not null
              and w.id = c.workspace_id and k.id = c.credential_id
            returning c.*, w.slug, k.name
            """)
        .param("state", Sha256.of(state))
        .query((row, _) -> pending(row))
        .optional()
        .filter(pending -> now.isBefore(pending.expiresAt()));
  }

  void deleteExpired(Instant now) {
    jdbc.sql("delete from oauth_connects where expires_at <= ?")
        .param(Timestamp.from(now))
        .update();
  }

  private void insert(
      UUID id,
      Credential credential,
      UserId user,
      String key,
      Instant now,
      Instant end,
      @Nullable Consent consent) {
    jdbc.sql(
            """
            insert into oauth_connects (id, credential_id, workspace_id, credential_revision,
              user_id, key_hash, session_hash, verifier, redirect_uri, issuer, issuer_required,
              created_at, expires_at)
            values (:id, :credential, :workspace, :revision, :user, :key, :session, :verifier,
              :redirect, :issuer, :issuerRequired, :now, :end)
            """)
        .param("id", id)
        .param("credential", credential.id())
        .param("workspace", credential.workspace().value())
        .param("revision", credential.revision())
        .param("user", user.value())
        .param("key", Sha256.of(key))
        .param("session", consent == null ? null : Sha256.of(consent.session()))
        .param("verifier", consent == null ? null : encrypt(credential, id, consent.verifier()))
        .param("redirect", consent == null ? null : consent.redirectUri())
        .param("issuer", consent == null ? null : consent.issuer())
        .param("issuerRequired", consent != null && consent.isIssuerRequired())
        .param("now", Timestamp.from(now))
        .param("end", Timestamp.from(end))
        .update();
  }

  private byte[] encrypt(Credential credential, UUID id, Secret verifier) {
    return vault.encrypt(
        credential.workspace(),
        TABLE,
        "verifier",
        id,
        verifier.reveal().getBytes(StandardCharsets.UTF_8));
  }

  private Pending pending(ResultSet row) throws SQLException {
    var workspace = new WorkspaceId(row.getObject("workspace_id", UUID.class));
    var id = row.getObject("id", UUID.class);
    var verifier = vault.decrypt(workspace, TABLE, "verifier", id, row.getBytes("verifier"));
    return new Pending(
        row.getString("slug"),
        row.getString("name"),
        row.getLong("credential_revision"),
        new UserId(row.getObject("user_id", UUID.class)),
        new SessionMark(row.getBytes("session_hash")),
        Secret.of(new String(verifier, StandardCharsets.UTF_8)),
        row.getString("redirect_uri"),
        row.getString("issuer"),
        row.getBoolean("issuer_required"),
        row.getTimestamp("expires_at").toInstant());
  }

  /**
   * What is remembered of an authorization request.
   *
   * @param session the id of the browser session
   * @param issuer that the answer has to come from; absent when it is not known
   * @param isIssuerRequired whether an answer that names no issuer is refused
   */
  record Consent(
      String session,
      Secret verifier,
      String redirectUri,
      @Nullable String issuer,
      boolean isIssuerRequired) {}

  /** A state as it was taken. */
  record Pending(
      String workspace,
      String credential,
      long revision,
      UserId user,
      SessionMark session,
      Secret verifier,
      String redirectUri,
      @Nullable String issuer,
      boolean isIssuerRequired,
      Instant expiresAt) {}

  /** Tells a browser session again without knowing its id. */
  static final class SessionMark {

    private final byte[] hash;

    SessionMark(byte[] hash) {
      this.hash = hash;
    }

    boolean isOf(String session) {
      return Arrays.equals(hash, Sha256.of(session));
    }
  }
}
