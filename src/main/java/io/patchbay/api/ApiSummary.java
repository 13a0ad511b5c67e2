package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API in a list.
 *
 * @param authKind the kind of auth as in documents, for example {@code bearer}
 * @param flows how many flows call it, drafts included
 * @param slug how the workspace that asked names it: the slug, or {@code owner:slug}
 * @param latest the newest published version; absent when none is published
 * @param share by which the workspace that asked may use it; absent when it is its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiSummary(
    ApiId id,
    String slug,
    String name,
    String baseUrl,
    String authKind,
    int methods,
    int flows,
    Instant updatedAt,
    @Nullable SemanticVersion latest,
    @Nullable Share share) {}
