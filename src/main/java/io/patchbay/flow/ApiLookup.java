package io.patchbay.flow;

import io.patchbay.api.ApiMethod;
import java.util.Optional;

/** Where validation finds the methods that calls refer to. */
public interface ApiLookup {

  /** Whether the workspace has an API of that slug. */
  boolean hasApi(String slug);

  /** The method of the API. */
  Optional<ApiMethod> method(String api, String method);
}
