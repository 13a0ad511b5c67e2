package io.patchbay.flow;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiVersion;
import io.patchbay.credential.Auth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where validation finds what steps refer to. */
public interface ApiLookup {

  /** Whether the workspace has an API of that slug. */
  boolean hasApi(String slug);

  /** Whether the workspace has an environment of that name. */
  boolean hasEnvironment(String name);

  /** The kind of the credential of that name in the workspace; empty when there is none. */
  Optional<String> credentialKind(String name);

  /** Whether the workspace has a client certificate of that name. */
  boolean hasCertificate(String name);

  /** The method of the API in the version that is asked for. */
  Optional<ApiMethod> method(String api, @Nullable String version, String method);

  /** How calls of the method authenticate before a flow changes it. */
  Optional<Auth> auth(String api, @Nullable String version, String method);

  /** The published versions of the API, the newest first. */
  List<ApiVersion> versions(String api);
}
