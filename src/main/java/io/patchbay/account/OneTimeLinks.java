package io.patchbay.account;

import io.patchbay.account.LinkRepository.Link;
import io.patchbay.account.LinkRepository.Purpose;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.Ids;
import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes and takes addresses that work once. They name the public URL, never what a request says.
 */
@Component
class OneTimeLinks {

  static final Duration INVITATION_LASTS = Duration.ofDays(7);
  static final Duration PASSWORD_LASTS = Duration.ofDays(1);

  /** Longer than any start lasts: each start makes a new one. */
  private static final Duration SETUP_LASTS = Duration.ofDays(365);

  private final LinkRepository links;
  private final Ids ids;
  private final InstantSource clock;
  private final String publicUrl;

  OneTimeLinks(
      LinkRepository links,
      Ids ids,
      InstantSource clock,
      @Value("${patchbay.public-url}") String publicUrl) {
    this.links = links;
    this.ids = ids;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** The address of the first set-up. */
  String setUp() {
    var token = ids.token(Tokens.BYTES);
    var expires = clock.instant().plus(SETUP_LASTS);
    insert(new Link(ids.next(), Purpose.SETUP, null, null, null, null, "server", expires), token);
    return publicUrl + "/setup/" + token;
  }

  Invitation invitation(Access access, String email, Role role) {
    links.deleteInvitation(access.workspace(), email);
    var token = ids.token(Tokens.BYTES);
    var expires = clock.instant().plus(INVITATION_LASTS);
    var link =
        new Link(
            ids.next(),
            Purpose.INVITATION,
            email,
            access.workspace(),
            role,
            null,
            access.actor(),
            expires);
    insert(link, token);
    return new Invitation(link.id(), email, role, address(token), expires);
  }

  String newPassword(UserId user, String createdBy) {
    links.deleteAllFor(user);
    var token = ids.token(Tokens.BYTES);
    var expires = clock.instant().plus(PASSWORD_LASTS);
    insert(
        new Link(ids.next(), Purpose.PASSWORD, null, null, null, user, createdBy, expires), token);
    return address(token);
  }

  List<InvitationView> invitations(WorkspaceId workspace) {
    return links.invitations(workspace, clock.instant()).stream()
        .map(link ->
            new InvitationView(
                link.id(),
                Objects.requireNonNull(link.email()),
                Objects.requireNonNull(link.role()),
                link.createdBy(),
                link.expiresAt()))
        .toList();
  }

  boolean revokeInvitation(WorkspaceId workspace, UUID id) {
    return links.deleteInvitation(workspace, id);
  }

  /** What the token is good for, without using it up. */
  Optional<Link> open(String token) {
    return links.open(Tokens.hash(token), clock.instant());
  }

  /** Uses the token up. */
  Optional<Link> take(String token) {
    return links.take(Tokens.hash(token), clock.instant());
  }

  void forgetSetUps() {
    links.deleteSetUps();
  }

  private void insert(Link link, String token) {
    Instant now = clock.instant();
    links.insert(link, Tokens.hash(token), now);
  }

  private String address(String token) {
    return publicUrl + "/invitation/" + token;
  }
}
