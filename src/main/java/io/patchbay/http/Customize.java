package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.api.Customization;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies the customizations of API, method and flow to the request, in this order. */
final class Customize implements CallInterceptor {

  private final Cache<Customization, HeaderChange> compiled =
      Caffeine.newBuilder().weakKeys().build();

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var asked = call.request();
    var hasNone =
        asked.api().customizations().isEmpty() && asked.method().customizations().isEmpty();
    var scope = hasNone ? asked.scope() : RequestPlan.scope(asked);
    var changed = apply(asked.api().customizations(), "api", request, scope);
    changed = apply(asked.method().customizations(), "method", changed, scope);
    changed = apply(asked.customizations(), "flow", changed, asked.scope());
    return next.proceed(call, changed);
  }

  private Outgoing apply(
      List<Customization> customizations,
      String level,
      Outgoing request,
      Map<String, @Nullable Object> scope) {
    var changed = request;
    for (var customization : customizations) {
      changed =
          switch (customization) {
            case Customization.Headers headers ->
                compiled.get(headers, _ -> HeaderChange.of(headers, level)).apply(changed, scope);
            default ->
                throw CallRefused.configuration("This kind of customization is not there yet.");
          };
    }
    return changed;
  }

  /** A headers node, compiled. */
  private record HeaderChange(HeaderTemplates set, List<String> remove) {

    static HeaderChange of(Customization.Headers headers, String level) {
      var name = headers.name() == null ? "headers" : headers.name();
      return new HeaderChange(
          new HeaderTemplates().add(headers.set(), level + ": " + name), headers.remove());
    }

    Outgoing apply(Outgoing request, Map<String, @Nullable Object> scope) {
      var lines = request.headers();
      for (var name : remove) {
        lines = lines.without(name);
      }
      return request.withHeaders(set.over(lines, scope));
    }
  }
}
