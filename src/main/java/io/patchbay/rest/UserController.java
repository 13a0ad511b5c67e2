package io.patchbay.rest;

import io.patchbay.account.AccountService;
import io.patchbay.account.LinkService;
import io.patchbay.account.UserView;
import io.patchbay.account.WorkspaceService;
import io.patchbay.account.WorkspaceView;
import io.patchbay.common.UserId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who calls, and for administrators of the server: who else there is. */
@RestController
@RequestMapping("/api/v1")
class UserController {

  private final AccountService accounts;
  private final WorkspaceService workspaces;
  private final LinkService links;

  UserController(AccountService accounts, WorkspaceService workspaces, LinkService links) {
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.links = links;
  }

  record Me(
      UserId id,
      String email,
      String name,
      boolean administrator,
      List<WorkspaceView> workspaces) {}

  record UserRequest(boolean disabled) {}

  record PasswordLink(String link) {}

  @GetMapping("/me")
  Me me(UserId caller) {
    var user = accounts.get(caller);
    return new Me(
        user.id(), user.email(), user.name(), user.administrator(), workspaces.list(caller));
  }

  @GetMapping("/users")
  Page<UserView> list(UserId caller) {
    return Page.all(accounts.list(caller));
  }

  @PutMapping("/users/{user}")
  UserView put(UserId caller, @PathVariable String user, @RequestBody UserRequest request) {
    var id = new UserId(Inputs.id("user", user));
    accounts.setDisabled(caller, id, request.disabled);
    return accounts.get(id);
  }

  @PostMapping("/users/{user}/password-link")
  @ResponseStatus(HttpStatus.CREATED)
  PasswordLink passwordLink(UserId caller, @PathVariable String user) {
    return new PasswordLink(links.passwordLink(caller, new UserId(Inputs.id("user", user))));
  }
}
