package io.patchbay.api;

import io.patchbay.common.WorkspaceId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call needs of a definition, in one environment: base URLs and credential are those that
 * hold there. The same object as long as nothing changed.
 *
 * @param id of the API, also of one that another workspace shares
 * @param api without methods; of the schemas those that the fields of the body refer to
 * @param credentials the workspace whose credential is used
 * @param version that was taken; absent when it is the draft
 * @param variables what expressions of the call see as {@code env}
 * @param moreVariables whether these are not just those of the environment
 */
public record CallTarget(
    ApiId id,
    Api api,
    ApiMethod method,
    WorkspaceId credentials,
    @Nullable SemanticVersion version,
    Map<String, String> variables,
    boolean moreVariables) {}
