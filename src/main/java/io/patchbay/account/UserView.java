package io.patchbay.account;

import io.patchbay.common.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in.
 *
 * @param administrator whether the whole server is theirs to manage: every workspace as an admin
 * @param disabled whether signing in is refused
 * @param signedInAt the last sign-in with a password; absent before the first
 */
public record UserView(
    UserId id,
    String email,
    String name,
    boolean administrator,
    boolean disabled,
    Instant createdAt,
    @Nullable Instant signedInAt) {}
