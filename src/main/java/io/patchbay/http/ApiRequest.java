package io.patchbay.http;

import io.patchbay.api.Api;
import io.patchbay.api.ApiId;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Customization;
import io.patchbay.common.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call to make: what to call and with which values.
 *
 * @param workspace that calls, whose record the call goes into
 * @param credentials the workspace whose credential is used: another one than {@code workspace}
 *     where a shared API is called with its owner's
 * @param api the definition; needs no methods
 * @param method the method to call
 * @param inputs plain values by parameter name; a name that is not there is absent, a null is JSON
 *     null
 * @param body plain value of the request body, or {@link io.patchbay.expression.Expression#ABSENT}
 * @param customizations of the flow, applied after those of API and method
 * @param scope the names that expressions in customizations and headers see
 * @param id of the API, whose limits all its callers share; absent for a definition that is kept
 *     nowhere
 * @param identity tells this call from all others, and stays the same when it is made again: the
 *     run and its step; idempotency keys are made of it
 * @param patience what is left of the caller's time; the policies' total timeout holds if that is
 *     shorter
 */
public record ApiRequest(
    WorkspaceId workspace,
    WorkspaceId credentials,
    Api api,
    ApiMethod method,
    Map<String, @Nullable Object> inputs,
    @Nullable Object body,
    List<Customization> customizations,
    Map<String, @Nullable Object> scope,
    @Nullable ApiId id,
    String identity,
    Duration patience) {

  /** Whether the credential is another workspace's, of which the caller must learn nothing. */
  boolean isGuest() {
    return !workspace.equals(credentials);
  }
}
