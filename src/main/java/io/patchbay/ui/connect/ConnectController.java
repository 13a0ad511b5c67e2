package io.patchbay.ui.connect;

import io.patchbay.account.Accesses;
import io.patchbay.account.CurrentUser;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.NotFoundException;
import io.patchbay.http.ConnectOutcome;
import io.patchbay.http.OAuthConnectService;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes browsers to a provider and takes its answers. Both addresses need a signed-in user; the
 * first one a link that the user asked for, the second one a state that this very session began.
 */
@RestController
class ConnectController {

  private final OAuthConnectService connects;
  private final Accesses accesses;
  private final CurrentUser currentUser;

  ConnectController(OAuthConnectService connects, Accesses accesses, CurrentUser currentUser) {
    this.connects = connects;
    this.accesses = accesses;
    this.currentUser = currentUser;
  }

  @GetMapping(OAuthConnectService.CONNECT + "/{workspace}/{credential}")
  ResponseEntity<String> connect(
      @PathVariable String workspace,
      @PathVariable String credential,
      @RequestParam(defaultValue = "") String key,
      HttpServletRequest request) {
    try {
      var access = accesses.current(workspace);
      return redirect(connects.start(access, credential, key, session(request)));
    } catch (NotFoundException e) {
      return refused(HttpStatus.NOT_FOUND, e);
    } catch (ForbiddenException e) {
      return refused(HttpStatus.FORBIDDEN, e);
    } catch (ConflictException e) {
      return refused(HttpStatus.CONFLICT, e);
    }
  }

  @GetMapping(OAuthConnectService.CALLBACK)
  ResponseEntity<String> callback(
      @RequestParam MultiValueMap<String, String> query, HttpServletRequest request) {
    var user = currentUser.id();
    var outcome = connects.finish(user, session(request), slug -> accesses.of(user, slug), query);
    return page(outcome.isConnected() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, outcome);
  }

  private static String session(HttpServletRequest request) {
    return request.getSession().getId();
  }

  private static ResponseEntity<String> redirect(URI provider) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(provider)
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private static ResponseEntity<String> refused(HttpStatus status, RuntimeException e) {
    return page(status, new ConnectOutcome(false, null, null, String.valueOf(e.getMessage())));
  }

  /** The code in the address is used up, but it is nobody's business all the same. */
  private static ResponseEntity<String> page(HttpStatus status, ConnectOutcome outcome) {
    return ResponseEntity.status(status)
        .contentType(MediaType.TEXT_HTML)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .body(ConnectPage.of(outcome));
  }
}
