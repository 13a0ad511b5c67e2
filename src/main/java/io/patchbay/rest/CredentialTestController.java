package io.patchbay.rest;

import io.patchbay.common.Access;
import io.patchbay.http.CredentialTest;
import io.patchbay.http.CredentialTestService;
import io.patchbay.http.Discovery;
import io.patchbay.http.DiscoveryService;
import io.patchbay.http.TestCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What helps to set a credential up: the addresses of its server, and whether it is taken. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}")
class CredentialTestController {

  private final CredentialTestService tests;
  private final DiscoveryService discovery;

  CredentialTestController(CredentialTestService tests, DiscoveryService discovery) {
    this.tests = tests;
    this.discovery = discovery;
  }

  /** The call to make; without an API the service chooses. */
  record Wanted(@Nullable String api, @Nullable String method, @Nullable String environment) {}

  record Server(@Nullable String issuer) {}

  @PostMapping("/credentials/{credential}/test")
  CredentialTest test(
      Access access,
      @PathVariable String credential,
      @RequestBody(required = false) @Nullable Wanted wanted) {
    var api = wanted == null ? null : wanted.api();
    return tests.test(
        access,
        credential,
        wanted == null || api == null
            ? null
            : new TestCall(api, wanted.method(), wanted.environment()));
  }

  @PostMapping("/oauth-discovery")
  Discovery discover(Access access, @RequestBody Server server) {
    return discovery.discover(access, server.issuer() == null ? "" : server.issuer());
  }
}
