package io.patchbay.ui.designer.editing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import java.util.Optional;

/** Where the designer finds what calls refer to. */
public interface MethodLookup {

  /** The API, without its methods. */
  Optional<Api> api(String slug);

  /** The method of the API. */
  Optional<ApiMethod> method(String api, String method);
}
