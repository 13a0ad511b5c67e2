package io.patchbay.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what to what, and when. */
public record AuditEntry(
    UUID id, Instant at, String actor, String action, String subject, @Nullable String detail) {}
