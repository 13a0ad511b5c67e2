package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * With whom an API is shared, as its owner sees it.
 *
 * @param workspace slug of the workspace that may use it
 * @param ownCredential whether that workspace chose a credential of its own
 * @param flows how many of its flows call it, drafts included
 * @param sharedBy e-mail address of who shared it
 */
public record Sharing(
    String workspace,
    String workspaceName,
    @JsonUnwrapped ShareTerms terms,
    boolean ownCredential,
    int flows,
    Instant sharedAt,
    String sharedBy) {}
