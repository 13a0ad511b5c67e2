package io.patchbay.rest;

import io.patchbay.common.Access;
import io.patchbay.http.ConnectionView;
import io.patchbay.http.OAuthConnectService;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How an authorization code credential stands with its provider. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/credentials/{credential}/connection")
class ConnectionController {

  private final OAuthConnectService connects;

  ConnectionController(OAuthConnectService connects) {
    this.connects = connects;
  }

  /**
   * @param url opened by the same user in a browser that is signed in, once, within ten minutes
   * @param redirectUri what has to be registered at the provider
   */
  record Link(String url, String redirectUri) {}

  @GetMapping
  ConnectionView get(Access access, @PathVariable String credential) {
    return connects.connection(access, credential);
  }

  @PostMapping
  Link connect(Access access, @PathVariable String credential) {
    return new Link(connects.link(access, credential).toString(), connects.redirectUri());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disconnect(Access access, @PathVariable String credential) {
    connects.disconnect(access, credential);
  }
}
