package io.patchbay.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Share;
import io.patchbay.api.SharedApiService;
import io.patchbay.api.Verb;
import io.patchbay.common.Access;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a workspace does about an API that another one shares with it. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/apis/{api}")
class SharedApiController {

  private final SharedApiService shared;

  SharedApiController(SharedApiService shared) {
    this.shared = shared;
  }

  /**
   * On which terms it is shared.
   *
   * @param credential of the workspace itself that its calls use; absent for none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Terms(
      String owner,
      String ownerName,
      Share.Right right,
      boolean withCredential,
      Set<Verb> verbs,
      Set<String> methods,
      @Nullable String credential) {

    static Terms of(Share share) {
      return new Terms(
          share.ownerSlug(),
          share.ownerName(),
          share.right(),
          share.withCredential(),
          share.verbs(),
          share.methods(),
          share.credential());
    }
  }

  record Choice(@Nullable String credential) {}

  @GetMapping("/share")
  Terms get(Access access, @PathVariable String api) {
    return Terms.of(shared.get(access, api));
  }

  /** Gives it back. */
  @DeleteMapping("/share")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(Access access, @PathVariable String api) {
    shared.leave(access, api);
  }

  /** Chooses which credential of the workspace itself its calls use. */
  @PutMapping("/credential")
  Terms choose(Access access, @PathVariable String api, @RequestBody Choice choice) {
    return Terms.of(shared.chooseCredential(access, api, choice.credential));
  }

  /** Calls use none of the workspace itself any more. */
  @DeleteMapping("/credential")
  Terms chooseNone(Access access, @PathVariable String api) {
    return Terms.of(shared.chooseCredential(access, api, null));
  }
}
