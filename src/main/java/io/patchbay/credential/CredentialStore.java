package io.patchbay.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.common.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Gives calls the credentials of their workspace, secrets included; the only way to a secret. Keeps
 * them in memory for two seconds, after which another node's change is seen.
 */
@Component
public class CredentialStore {

  private static final Logger log = LoggerFactory.getLogger(CredentialStore.class);
  private static final Duration MAX_AGE = Duration.ofSeconds(2);
  private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

  private final CredentialRepository repository;
  private final Vault vault;
  private final InstantSource clock;
  private final Cache<Key, Optional<Credential>> cache =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(MAX_AGE).build();
  private final ReentrantLock binding = new ReentrantLock();
  private final ConcurrentHashMap<UUID, Use> uses = new ConcurrentHashMap<>();

  CredentialStore(CredentialRepository repository, Vault vault, InstantSource clock) {
    this.repository = repository;
    this.vault = vault;
    this.clock = clock;
  }

  /** The credential of that name with its secret; empty when there is none. */
  public Optional<Credential> find(WorkspaceId workspace, String name) {
    return cache.get(
        new Key(workspace, name),
        key -> repository.find(key.workspace(), key.name()).map(row -> row.open(vault)));
  }

  /**
   * The credential bound to the origin, if it was bound to none; as it is otherwise. For the first
   * call of one that came after the API that uses it.
   */
  public Credential bound(Credential credential, Origin origin) {
    if (!credential.origins().isEmpty()) {
      return credential;
    }
    // One at a time: a thousand first calls at once write one row, not a thousand.
    binding.lock();
    try {
      var now = find(credential.workspace(), credential.name()).orElse(credential);
      if (!now.origins().isEmpty()) {
        return now;
      }
      var won = repository.bind(credential.id(), origin);
      forget(credential.workspace(), credential.name());
      return won
          ? credential.withOrigins(Set.of(origin))
          : find(credential.workspace(), credential.name()).orElse(credential);
    } finally {
      binding.unlock();
    }
  }

  /** Notes that the upstream took the credential. */
  public void used(Credential credential) {
    record(credential, null);
  }

  /**
   * Notes that the credential did not do.
   *
   * @param failure what the upstream said, without secrets
   */
  public void failed(Credential credential, String failure) {
    record(credential, failure);
  }

  void forget(WorkspaceId workspace, String name) {
    cache.invalidate(new Key(workspace, name));
  }

  /** Writes once a minute, and whenever the outcome is another one than before. */
  private void record(Credential credential, @Nullable String failure) {
    var now = clock.instant();
    var use = new Use(now, failure);
    var latest =
        uses.merge(
            credential.id(), use, (before, _) -> before.stillSays(failure, now) ? before : use);
    if (use.equals(latest)) {
      Thread.ofVirtual().name("credential-use").start(() -> write(credential.id(), now, failure));
    }
  }

  private void write(UUID id, Instant at, @Nullable String failure) {
    try {
      if (failure == null) {
        repository.recordUse(id, at);
      } else {
        repository.recordFailure(id, at, failure);
      }
    } catch (DataAccessException e) {
      log.debug("The use of a credential was not recorded", e);
    }
  }

  private record Key(WorkspaceId workspace, String name) {}

  private record Use(Instant writtenAt, @Nullable String failure) {

    boolean stillSays(@Nullable String nowFailure, Instant now) {
      return Objects.equals(failure, nowFailure) && now.isBefore(writtenAt.plus(USE_WRITTEN_EVERY));
    }
  }
}
