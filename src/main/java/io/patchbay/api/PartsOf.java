package io.patchbay.api;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose methods and schemas.
 *
 * @param version absent for the draft
 */
record PartsOf(ApiId api, @Nullable SemanticVersion version) {

  static PartsOf draft(ApiId api) {
    return new PartsOf(api, null);
  }

  String methods() {
    return version == null ? "api_methods" : "api_version_methods";
  }

  String schemas() {
    return version == null ? "api_schemas" : "api_version_schemas";
  }

  /** The condition in SQL. */
  String condition() {
    return version == null
        ? "api_id = :api"
        : "api_id = :api and major = :major and minor = :minor and patch = :patch";
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>();
    params.put("api", api.value());
    if (version != null) {
      params.put("major", version.major());
      params.put("minor", version.minor());
      params.put("patch", version.patch());
    }
    return params;
  }
}
