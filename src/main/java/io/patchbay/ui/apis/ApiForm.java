package io.patchbay.ui.apis;

import io.patchbay.api.Api;
import io.patchbay.api.Customization;
import io.patchbay.api.Policies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An API being filled in: the parts that belong to all its methods. */
final class ApiForm {

  String name;
  @Nullable String description;
  @Nullable String version;
  String baseUrl;
  Map<String, String> headers;
  @Nullable Policies policies;
  List<Customization> customizations;

  private final Api before;

  ApiForm(Api api) {
    before = api;
    name = api.name();
    description = api.description();
    version = api.version();
    baseUrl = api.baseUrl();
    headers = api.headers();
    policies = api.policies();
    customizations = api.customizations();
  }

  Api toApi() {
    return new Api(
        before.format(),
        name,
        before.slug(),
        description,
        version,
        baseUrl,
        before.auth(),
        headers,
        policies,
        customizations,
        before.methods(),
        before.schemas());
  }
}
