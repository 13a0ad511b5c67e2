/**
 * Makes one call: the interceptor chain, authentication, OAuth tokens, limits, the egress guard.
 * The only package that opens outbound connections.
 */
@ApplicationModule(allowedDependencies = {"common", "schema", "expression", "credential", "api"})
@NullMarked
package io.patchbay.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
