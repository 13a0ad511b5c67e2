package io.patchbay.http;

import io.patchbay.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * With what a method is tried.
 *
 * @param inputs plain values by parameter name; a name that is not there is absent, a null is JSON
 *     null
 * @param body plain value, or {@link Expression#ABSENT}
 * @param environment absent for what holds without one
 * @param version as in {@link io.patchbay.api.VersionWish}; absent for the draft where it may be
 *     edited, else for the newest
 */
public record TryRequest(
    Map<String, @Nullable Object> inputs,
    @Nullable Object body,
    @Nullable String environment,
    @Nullable String version) {

  public TryRequest(
      Map<String, @Nullable Object> inputs,
      @Nullable Object body,
      @Nullable String environment,
      @Nullable String version) {
    this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    this.body = body;
    this.environment = environment;
    this.version = version;
  }

  /** With these inputs, without a body, in no environment. */
  public static TryRequest of(Map<String, @Nullable Object> inputs) {
    return new TryRequest(inputs, Expression.ABSENT, null, null);
  }

  public boolean hasBody() {
    return !Expression.ABSENT.equals(body);
  }
}
