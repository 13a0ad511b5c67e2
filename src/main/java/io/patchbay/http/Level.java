package io.patchbay.http;

import io.patchbay.common.WorkspaceId;

/** Where a customization stands; the order in which they apply. */
enum Level {
  API,
  METHOD,
  FLOW;

  /** The name in origins, see {@link SentRequest.Header}. */
  String word() {
    return switch (this) {
      case API -> "api";
      case METHOD -> "method";
      case FLOW -> "flow";
    };
  }

  /** For people. */
  String said() {
    return this == API ? "API" : word();
  }

  /** The workspace that names of credentials and certificates mean. */
  WorkspaceId workspace(ApiRequest request) {
    return this == FLOW ? request.workspace() : request.credentials();
  }
}
