package io.patchbay.ui.designer.editing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.EffectiveApi;
import io.patchbay.flow.CallStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where the designer finds what calls refer to. */
public interface MethodLookup {

  /** The API, without its methods and schemas. */
  Optional<Api> api(String ref);

  /** The method that the step calls, in the version that it asks for. */
  Optional<ApiMethod> method(CallStep call);

  /** The published versions of an API, the newest first. */
  List<ApiVersion> versions(String ref);

  /** Whether flows of the workspace may call what is being edited of an API. */
  boolean mayCallDraft(String ref);

  /** The variables of an environment; none without one. */
  Map<String, String> variables(@Nullable String environment);

  /** What holds for an API in an environment, or without one; nothing where that is not known. */
  default Optional<EffectiveApi> settings(String ref, @Nullable String environment) {
    return Optional.empty();
  }

  /** How many days a client certificate is still good; nothing where that is not known. */
  default Optional<Long> daysLeft(String certificate) {
    return Optional.empty();
  }

  /** The shared schemas that the method refers to, by name, also through one another. */
  Map<String, JsonNode> schemas(CallStep call);
}
