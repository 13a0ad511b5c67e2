package io.patchbay.http;

import org.jspecify.annotations.Nullable;

/**
 * Which call shows whether a credential is taken.
 *
 * @param api its slug, or {@code owner:slug}
 * @param method a GET or HEAD that needs no inputs; absent for a GET of the API's base URL
 * @param environment absent for the one in which the API uses the credential
 */
public record TestCall(String api, @Nullable String method, @Nullable String environment) {}
