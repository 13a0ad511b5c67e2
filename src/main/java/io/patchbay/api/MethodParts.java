package io.patchbay.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A method while it is being put together; see {@link ApiMethod} for what the parts are. */
public final class MethodParts {

  public String name = "";
  public @Nullable String title;
  public @Nullable String description;
  public List<String> tags = List.of();
  public Verb verb = Verb.GET;
  public String path = "";
  public @Nullable String baseUrl;
  public List<Parameter> parameters = List.of();
  public Map<String, String> headers = Map.of();
  public @Nullable RequestBody body;
  public List<ResponseShape> responses = List.of();
  public @Nullable List<Map<String, List<String>>> security;
  public @Nullable Boolean idempotent;
  public boolean deprecated;
  public @Nullable Policies policies;
  public List<Customization> customizations = List.of();

  MethodParts() {}

  MethodParts(ApiMethod method) {
    name = method.name();
    title = method.title();
    description = method.description();
    tags = method.tags();
    verb = method.verb();
    path = method.path();
    baseUrl = method.baseUrl();
    parameters = method.parameters();
    headers = method.headers();
    body = method.body();
    responses = method.responses();
    security = method.security();
    idempotent = method.idempotent();
    deprecated = method.deprecated();
    policies = method.policies();
    customizations = method.customizations();
  }

  ApiMethod toMethod() {
    return new ApiMethod(
        name,
        title,
        description,
        tags,
        verb,
        path,
        baseUrl,
        parameters,
        headers,
        body,
        responses,
        security,
        idempotent,
        deprecated,
        policies,
        customizations);
  }
}
