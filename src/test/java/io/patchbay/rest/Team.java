package io.patchbay.rest;

import io.patchbay.account.Accesses;
import io.patchbay.account.AccountService;
import io.patchbay.account.LinkService;
import io.patchbay.account.MemberService;
import io.patchbay.account.TokenService;
import io.patchbay.account.UserView;
import io.patchbay.account.WorkspaceService;
import io.patchbay.common.Access.Role;
import io.patchbay.common.UserId;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Makes workspaces and people with tokens for tests; one server has many of each. */
@TestComponent
class Team {

  static final String PASSWORD = "a long enough phrase";

  private final AccountService accounts;
  private final WorkspaceService workspaces;
  private final MemberService members;
  private final Accesses accesses;
  private final LinkService links;
  private final TokenService tokens;

  Team(
      AccountService accounts,
      WorkspaceService workspaces,
      MemberService members,
      Accesses accesses,
      LinkService links,
      TokenService tokens) {
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.members = members;
    this.accesses = accesses;
    this.links = links;
    this.tokens = tokens;
  }

  /** The administrator that the settings of the test name. */
  UserView administrator() {
    return accounts.signIn(RestTest.ADMIN, RestTest.PASSWORD, "test");
  }

  String workspace() {
    var slug = "w" + UUID.randomUUID().toString().substring(0, 8);
    workspaces.create(administrator().id(), slug, "Workspace " + slug);
    return slug;
  }

  /** A new member's token. */
  String token(String workspace, Role role) {
    return tokens.create(member(workspace, role), "test").token();
  }

  UserId member(String workspace, Role role) {
    var access = accesses.of(administrator().id(), workspace);
    var email = role.word() + "-" + UUID.randomUUID() + "@example.org";
    var link = members.invite(access, email, role).link();
    var token = link.substring(link.lastIndexOf('/') + 1);
    return links.join(token, PASSWORD, "test").id();
  }

  String administratorToken() {
    return tokens.create(administrator().id(), "test").token();
  }
}
