package io.patchbay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import io.patchbay.testing.IntegrationTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AccountsIT {

  private static final String PASSWORD = "a long enough phrase";

  @Autowired AccountService accounts;
  @Autowired WorkspaceService workspaces;
  @Autowired MemberService members;
  @Autowired LinkService links;
  @Autowired TokenService tokens;
  @Autowired Accesses accesses;
  @Autowired AuditLog audit;

  @Test
  void anInvitationMakesAMemberOnce() {
    var admin = administrator();
    var access = workspace(admin);
    var invitation = members.invite(access, "Ann@Example.org ", Role.VIEWER);
    var token = token(invitation.link());

    var open = (OpenLink.Join) links.open(token).orElseThrow();
    var ann = links.join(token, PASSWORD, "here");

    assertThat(open.email()).isEqualTo("ann@example.org");
    assertThat(open.knownUser()).isFalse();
    assertThat(accesses.of(ann.id(), access.workspaceSlug()).role()).isEqualTo(Role.VIEWER);
    assertThat(links.open(token)).isEmpty();
    assertThatThrownBy(() -> links.join(token, PASSWORD, "here"))
        .isInstanceOf(NotFoundException.class);
    assertThat(accounts.signIn("ann@example.org", PASSWORD, "here").id()).isEqualTo(ann.id());
  }

  @Test
  void aKnownUserJoinsWithTheirOwnPassword() {
    var first = workspace(administrator());
    var ben = join(first, "ben@example.org", Role.EDITOR);
    var second = workspace(administrator());
    var token = token(members.invite(second, "ben@example.org", Role.VIEWER).link());

    assertThatThrownBy(() -> links.join(token, "not the password", "there"))
        .isInstanceOf(InvalidException.class);
    links.join(token, PASSWORD, "there");

    assertThat(accesses.of(ben, second.workspaceSlug()).role()).isEqualTo(Role.VIEWER);
    assertThat(accesses.workspaces(ben))
        .extracting(WorkspaceView::slug)
        .contains(first.workspaceSlug(), second.workspaceSlug());
  }

  @Test
  void aNewInvitationReplacesTheOneBefore() {
    var access = workspace(administrator());
    var before = token(members.invite(access, "cat@example.org", Role.VIEWER).link());
    members.invite(access, "cat@example.org", Role.EDITOR);

    assertThat(links.open(before)).isEmpty();
    assertThat(members.invitations(access)).hasSize(1);
  }

  @Test
  void theLastAdminStays() {
    var admin = administrator();
    var access = workspace(admin);

    assertThatThrownBy(() -> members.changeRole(access, admin, Role.EDITOR))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> members.remove(access, admin)).isInstanceOf(ConflictException.class);

    var other = join(access, "dan@example.org", Role.ADMIN);
    members.remove(access, other);
    assertThat(members.list(access)).extracting(MemberView::user).containsExactly(admin);
  }

  @Test
  void aForeignWorkspaceLooksLikeNone() {
    var access = workspace(administrator());
    var eve = join(workspace(administrator()), "eve@example.org", Role.ADMIN);

    assertThatThrownBy(() -> accesses.of(eve, access.workspaceSlug()))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no workspace '%s' here.", access.workspaceSlug());
    assertThatThrownBy(() -> accesses.of(eve, "nowhere"))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no workspace 'nowhere' here.");
    assertThatThrownBy(() -> workspaces.create(eve, "mine", "Mine"))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void whoIsNoAdminChangesNothing() {
    var access = workspace(administrator());
    var fay = join(access, "fay@example.org", Role.EDITOR);
    var asFay = accesses.of(fay, access.workspaceSlug());

    assertThatThrownBy(() -> members.invite(asFay, "x@example.org", Role.VIEWER))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> members.changeRole(asFay, fay, Role.ADMIN))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> workspaces.rename(asFay, "Mine"))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> workspaces.delete(asFay, access.workspaceSlug()))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> audit.list(asFay, null, 10)).isInstanceOf(ForbiddenException.class);
    members.remove(asFay, fay);
    assertThatThrownBy(() -> accesses.of(fay, access.workspaceSlug()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aDisabledUserIsOutAtOnce() {
    var admin = administrator();
    var access = workspace(admin);
    var gus = join(access, "gus@example.org", Role.ADMIN);
    var token = tokens.create(gus, "script").token();
    assertThat(tokens.userOf(token)).contains(gus);

    accounts.setDisabled(admin, gus, true);

    assertThat(tokens.userOf(token)).isEmpty();
    assertThatThrownBy(() -> accesses.of(gus, access.workspaceSlug()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> accounts.signIn("gus@example.org", PASSWORD, "here"))
        .isInstanceOf(SignInRefused.class);
  }

  @Test
  void aPasswordLinkSetsANewPassword() {
    var admin = administrator();
    var hal = join(workspace(admin), "hal@example.org", Role.VIEWER);
    var token = token(links.passwordLink(admin, hal));

    assertThatThrownBy(() -> links.newPassword(token, "short"))
        .isInstanceOf(InvalidException.class);
    links.newPassword(token, "another long phrase");

    assertThat(accounts.signIn("hal@example.org", "another long phrase", "here").id())
        .isEqualTo(hal);
    assertThatThrownBy(() -> accounts.signIn("hal@example.org", PASSWORD, "here"))
        .isInstanceOf(SignInRefused.class);
  }

  @Test
  void aTokenIsSeenOnceAndBelongsToItsUser() {
    var admin = administrator();
    var ivy = join(workspace(admin), "ivy@example.org", Role.VIEWER);
    var token = tokens.create(ivy, "laptop");

    assertThat(token.token()).matches("pb_[A-Za-z0-9_-]{43}");
    assertThat(token.toString()).doesNotContain(token.token());
    assertThat(tokens.list(ivy)).extracting(TokenView::name).containsExactly("laptop");
    assertThat(tokens.list(ivy).getFirst().lastUsedAt()).isNull();
    assertThat(tokens.userOf(token.token())).contains(ivy);
    assertThat(tokens.list(ivy).getFirst().lastUsedAt()).isNotNull();
    assertThatThrownBy(() -> tokens.delete(admin, token.id()))
        .isInstanceOf(NotFoundException.class);
    tokens.delete(ivy, token.id());
    assertThat(tokens.userOf(token.token())).isEmpty();
  }

  @Test
  void aWorkspaceIsDeletedByItsSlugOnly() {
    var admin = administrator();
    var access = workspace(admin);

    assertThatThrownBy(() -> workspaces.delete(access, "other"))
        .isInstanceOf(InvalidException.class);
    workspaces.delete(access, access.workspaceSlug());

    assertThatThrownBy(() -> accesses.of(admin, access.workspaceSlug()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void changesAreOnRecordLatestFirst() {
    var access = workspace(administrator());
    workspaces.rename(access, "Other name");
    members.invite(access, "joe@example.org", Role.VIEWER);

    var entries = audit.list(access, null, 2);
    assertThat(entries)
        .extracting(AuditEntry::action)
        .containsExactly("invited member", "renamed workspace");
    assertThat(audit.list(access, entries.getLast().id(), 10))
        .extracting(AuditEntry::action)
        .containsExactly("created workspace");
  }

  private UserId administrator() {
    return accounts.create("admin-" + UUID.randomUUID() + "@example.org", PASSWORD, true);
  }

  private Access workspace(UserId administrator) {
    var slug = "w" + UUID.randomUUID().toString().substring(0, 8);
    workspaces.create(administrator, slug, "Test");
    return accesses.of(administrator, slug);
  }

  private UserId join(Access access, String email, Role role) {
    return links.join(token(members.invite(access, email, role).link()), PASSWORD, "here").id();
  }

  private static String token(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }
}
