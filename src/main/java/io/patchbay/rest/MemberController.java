package io.patchbay.rest;

import io.patchbay.account.Invitation;
import io.patchbay.account.InvitationView;
import io.patchbay.account.MemberService;
import io.patchbay.account.MemberView;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members by id or e-mail address, and invitations. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}")
class MemberController {

  private final MemberService members;

  MemberController(MemberService members) {
    this.members = members;
  }

  record RoleRequest(@Nullable Role role) {}

  record InvitationRequest(@Nullable String email, @Nullable Role role) {}

  @GetMapping("/members")
  Page<MemberView> list(Access access) {
    return Page.all(members.list(access));
  }

  /** Gives a member another role; an administrator of the server adds whoever has an account. */
  @PutMapping("/members/{member}")
  MemberView put(
      Access access, UserId caller, @PathVariable String member, @RequestBody RoleRequest request) {
    access.require(Role.ADMIN);
    var role = required(request.role);
    var present = find(access, member);
    return present.isPresent()
        ? members.changeRole(access, present.get().user(), role)
        : members.add(access, caller, member, role);
  }

  @DeleteMapping("/members/{member}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Access access, @PathVariable String member) {
    var present = find(access, member).orElseThrow(() -> NotFoundException.of("member", member));
    members.remove(access, present.user());
  }

  @GetMapping("/invitations")
  Page<InvitationView> invitations(Access access) {
    return Page.all(members.invitations(access));
  }

  @PostMapping("/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  Invitation invite(Access access, @RequestBody InvitationRequest request) {
    var email = Inputs.required("email", request.email);
    return members.invite(access, email, required(request.role));
  }

  @DeleteMapping("/invitations/{invitation}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(Access access, @PathVariable String invitation) {
    access.require(Role.ADMIN);
    members.revokeInvitation(access, Inputs.id("invitation", invitation));
  }

  private Optional<MemberView> find(Access access, String member) {
    var email = member.toLowerCase(Locale.ROOT);
    return members.list(access).stream()
        .filter(m -> m.email().equals(email) || m.user().toString().equals(email))
        .findFirst();
  }

  private static Role required(@Nullable Role role) {
    if (role == null) {
      throw new InvalidException("role", "Say viewer, operator, editor or admin.");
    }
    return role;
  }
}
