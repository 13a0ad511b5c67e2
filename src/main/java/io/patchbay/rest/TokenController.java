package io.patchbay.rest;

import io.patchbay.account.NewToken;
import io.patchbay.account.TokenService;
import io.patchbay.account.TokenView;
import io.patchbay.common.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own API tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

  private final TokenService tokens;

  TokenController(TokenService tokens) {
    this.tokens = tokens;
  }

  record TokenRequest(@Nullable String name) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  NewToken create(UserId user, @RequestBody TokenRequest request) {
    return tokens.create(user, Inputs.required("name", request.name));
  }

  @GetMapping
  Page<TokenView> list(UserId user) {
    return Page.all(tokens.list(user));
  }

  @DeleteMapping("/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(UserId user, @PathVariable String token) {
    tokens.delete(user, Inputs.id("token", token));
  }
}
