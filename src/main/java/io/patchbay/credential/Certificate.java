package io.patchbay.credential;

import io.patchbay.common.WorkspaceId;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with its key, as a call needs it. Never leaves the server. Two are equal when they
 * are the same revision of the same one.
 */
public final class Certificate {

  private final UUID id;
  private final WorkspaceId workspace;
  private final String name;
  private final long revision;
  private final List<X509Certificate> chain;
  private final @Nullable PrivateKey key;

  Certificate(
      UUID id,
      WorkspaceId workspace,
      String name,
      long revision,
      List<X509Certificate> chain,
      @Nullable PrivateKey key) {
    this.id = id;
    this.workspace = workspace;
    this.name = name;
    this.revision = revision;
    this.chain = List.copyOf(chain);
    this.key = key;
  }

  public UUID id() {
    return id;
  }

  public WorkspaceId workspace() {
    return workspace;
  }

  public String name() {
    return name;
  }

  /** Grows with each upload. */
  public long revision() {
    return revision;
  }

  /** A client's own certificate first, or the authorities; never empty. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** Absent for authorities. */
  public @Nullable PrivateKey key() {
    return key;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Certificate that && that.id.equals(id) && that.revision == revision;
  }

  @Override
  public int hashCode() {
    return id.hashCode() * 31 + Long.hashCode(revision);
  }

  @Override
  public String toString() {
    return "certificate " + id + " revision " + revision;
  }
}
