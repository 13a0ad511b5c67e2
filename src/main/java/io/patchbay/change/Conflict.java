package io.patchbay.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was changed by hand and in the source, differently; what was done by hand stays.
 *
 * @param method the method by its name here; absent for what belongs to the API
 * @param where the field, as in {@link Change}
 * @param message a sentence for people
 * @param mine as it stands here and stays; absent where it was removed by hand
 * @param theirs as the source has it now; absent where the source no longer has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conflict(
    @Nullable String method,
    String where,
    String message,
    @Nullable JsonNode mine,
    @Nullable JsonNode theirs) {}
