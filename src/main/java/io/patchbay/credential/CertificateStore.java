package io.patchbay.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.common.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives calls the certificates of their workspace, private keys included. Keeps them in memory for
 * two seconds, after which another node's change is seen.
 */
@Component
public class CertificateStore {

  private static final Duration MAX_AGE = Duration.ofSeconds(2);

  private final CertificateRepository repository;
  private final Vault vault;
  private final Cache<Key, Optional<Certificate>> cache =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(MAX_AGE).build();

  CertificateStore(CertificateRepository repository, Vault vault) {
    this.repository = repository;
    this.vault = vault;
  }

  /** The certificate of that name; empty when there is none. */
  public Optional<Certificate> find(WorkspaceId workspace, String name) {
    return cache.get(
        new Key(workspace, name),
        key -> repository.find(key.workspace(), key.name()).map(row -> row.open(vault)));
  }

  void forget(WorkspaceId workspace, String name) {
    cache.invalidate(new Key(workspace, name));
  }

  private record Key(WorkspaceId workspace, String name) {}
}
