package io.patchbay.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API token of a user, without the token itself. */
public record TokenView(UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
