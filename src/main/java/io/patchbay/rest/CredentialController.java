package io.patchbay.rest;

import io.patchbay.api.CredentialUse;
import io.patchbay.api.CredentialUseService;
import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Credentials by name; what is secret is taken and never given. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/credentials")
class CredentialController {

  private final CredentialService credentials;
  private final CredentialUseService uses;

  CredentialController(CredentialService credentials, CredentialUseService uses) {
    this.credentials = credentials;
    this.uses = uses;
  }

  @GetMapping
  Page<CredentialView> list(Access access, @RequestParam @Nullable String q) {
    return Page.all(credentials.list(access, q));
  }

  @GetMapping("/{credential}")
  CredentialView get(Access access, @PathVariable String credential) {
    return credentials.get(access, credential);
  }

  @GetMapping("/{credential}/used-by")
  Page<CredentialUse> usedBy(Access access, @PathVariable String credential) {
    return Page.all(uses.of(access, credential));
  }

  @PutMapping("/{credential}")
  CredentialView put(
      Access access, @PathVariable String credential, @RequestBody JsonNode document) {
    if (!(document instanceof ObjectNode object)) {
      throw new InvalidException("", "Send an object with kind and the fields of that kind.");
    }
    return credentials.put(access, credential, object);
  }

  @DeleteMapping("/{credential}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Access access, @PathVariable String credential) {
    credentials.delete(access, credential);
  }
}
