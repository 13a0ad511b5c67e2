package io.patchbay.api;

import java.time.Instant;

/**
 * An API in a list.
 *
 * @param authKind the kind of auth as in documents, for example {@code bearer}
 * @param flows how many flows call it, drafts included
 */
public record ApiSummary(
    ApiId id,
    String slug,
    String name,
    String baseUrl,
    String authKind,
    int methods,
    int flows,
    Instant updatedAt) {}
