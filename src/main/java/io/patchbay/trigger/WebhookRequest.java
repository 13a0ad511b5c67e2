package io.patchbay.trigger;

import io.patchbay.api.Verb;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a webhook, as it came.
 *
 * @param headers by lower-case name, several of a name joined by {@code ", "}
 * @param query name to text, or to a list of texts where a name came several times
 * @param path values of the path's parameters
 * @param contentType as the sender said; absent when it said nothing
 * @param body raw
 */
record WebhookRequest(
    Verb verb,
    Map<String, String> headers,
    Map<String, @Nullable Object> query,
    Map<String, String> path,
    @Nullable String contentType,
    RawBody body) {}
