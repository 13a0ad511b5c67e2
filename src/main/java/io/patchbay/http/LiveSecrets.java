package io.patchbay.http;

import io.patchbay.common.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows the secrets that calls of this node used during the last day, so that whatever is written
 * down is redacted first. Held in memory only.
 */
@Component
public class LiveSecrets {

  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final Duration REFRESHED_EVERY = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final ConcurrentHashMap<WorkspaceId, Known> workspaces = new ConcurrentHashMap<>();

  LiveSecrets(InstantSource clock) {
    this.clock = clock;
  }

  /** Text, JSON or not, with all secrets of the workspace masked. */
  public String redact(WorkspaceId workspace, String text) {
    return redactor(workspace).redact(text);
  }

  /** A plain value with all secrets of the workspace masked. */
  public @Nullable Object redact(WorkspaceId workspace, @Nullable Object value) {
    return redactor(workspace).redact(value);
  }

  /** For many texts of a workspace in a row. */
  public Redactor redactor(WorkspaceId workspace) {
    var known = workspaces.get(workspace);
    return known == null ? Redactor.NONE : known.redactor;
  }

  /** Remembers a value that is about to be used. */
  void add(WorkspaceId workspace, String secret) {
    workspaces.computeIfAbsent(workspace, _ -> new Known()).add(secret, clock.instant());
  }

  private static final class Known {

    private final Map<String, Instant> seen = new HashMap<>();
    private volatile Redactor redactor = Redactor.NONE;

    synchronized void add(String secret, Instant now) {
      var before = seen.get(secret);
      if (before != null && before.plus(REFRESHED_EVERY).isAfter(now)) {
        return;
      }
      seen.put(secret, now);
      var forgets = seen.values().removeIf(last -> last.plus(REMEMBERED).isBefore(now));
      if (before == null || forgets) {
        redactor = Redactor.of(seen.keySet());
      }
    }
  }
}
