package io.patchbay.rest;

import io.patchbay.common.Access;
import io.patchbay.http.OAuthTokenService;
import io.patchbay.http.OAuthTokenView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The cache of OAuth tokens; a token itself is never given. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/oauth-tokens")
class OAuthTokenController {

  private final OAuthTokenService tokens;

  OAuthTokenController(OAuthTokenService tokens) {
    this.tokens = tokens;
  }

  @GetMapping
  Page<OAuthTokenView> list(Access access) {
    return Page.all(tokens.list(access));
  }

  @PostMapping("/{token}/renew")
  OAuthTokenView renew(Access access, @PathVariable String token) {
    return tokens.renew(access, Inputs.id("token", token));
  }

  @DeleteMapping("/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(Access access, @PathVariable String token) {
    tokens.forget(access, Inputs.id("token", token));
  }
}
