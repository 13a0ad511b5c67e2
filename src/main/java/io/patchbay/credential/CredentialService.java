package io.patchbay.credential;

import io.patchbay.common.Access;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CredentialRepository.Row;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** What people do with credentials: list, write, delete. Nothing here gives a secret back. */
@Service
public class CredentialService {

  private final CredentialRepository repository;
  private final CredentialStore store;
  private final Vault vault;
  private final ObjectProvider<CredentialUsers> users;
  private final ObjectProvider<CredentialListener> listeners;
  private final AuditTrail audit;
  private final Ids ids;
  private final InstantSource clock;

  CredentialService(
      CredentialRepository repository,
      CredentialStore store,
      Vault vault,
      ObjectProvider<CredentialUsers> users,
      ObjectProvider<CredentialListener> listeners,
      AuditTrail audit,
      Ids ids,
      InstantSource clock) {
    this.repository = repository;
    this.store = store;
    this.vault = vault;
    this.users = users;
    this.listeners = listeners;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * All credentials in order of name.
   *
   * @param text limits them to those whose name or kind contains it; absent for all
   */
  public List<CredentialView> list(Access access, @Nullable String text) {
    access.require(Access.Role.VIEWER);
    return repository.list(access.workspace(), text).stream().map(this::view).toList();
  }

  public CredentialView get(Access access, String name) {
    access.require(Access.Role.VIEWER);
    return view(find(access.workspace(), name));
  }

  /**
   * Makes or changes a credential. A secret that is left out stays as it is, unless the change
   * would send it elsewhere; one that is null goes, if the kind can do without it.
   *
   * @param document flat: {@code kind}, the kind's settings and secret, {@code origins}
   * @throws InvalidException with all that is wrong
   */
  public CredentialView put(Access access, String name, ObjectNode document) {
    access.require(Access.Role.EDITOR);
    CredentialName.require(name);
    var wanted = CredentialDocument.read(document);
    var stored = repository.find(access.workspace(), name);
    if (stored.isPresent()) {
      update(access, stored.get(), wanted);
      audit.record(access, "changed credential", name, wanted.settings().kind());
    } else {
      insert(access, name, wanted);
      audit.record(access, "created credential", name, wanted.settings().kind());
    }
    return get(access, name);
  }

  /**
   * Deletes a credential.
   *
   * @throws ConflictException when an API or a flow refers to it
   */
  public void delete(Access access, String name) {
    access.require(Access.Role.EDITOR);
    var row = find(access.workspace(), name);
    var using = view(row).users();
    if (!using.isEmpty()) {
      throw new ConflictException(
          "Credential '%s' is used by %s; choose another one there first."
              .formatted(name, String.join(", ", using)));
    }
    repository.delete(row.id());
    changed(row);
    audit.record(access, "deleted credential", name, null);
  }

  /**
   * Binds a credential that was never used to where an API sends it. Does nothing when it is bound
   * already, or not there yet; what may not be sent is refused by the call.
   */
  public void bindOrigin(Access access, String name, URI baseUrl) {
    access.require(Access.Role.EDITOR);
    var origin = Origin.of(baseUrl);
    repository
        .find(access.workspace(), name)
        .filter(row -> row.origins().isEmpty())
        .ifPresent(row -> {
          repository.bind(row.id(), origin);
          store.forget(access.workspace(), name);
        });
  }

  private void insert(Access access, String name, CredentialDocument wanted) {
    requireComplete(wanted, wanted.secrets(), "Enter it; none is stored yet.");
    requireReadableKey(wanted.settings(), wanted.secrets());
    var credential =
        new Credential(
            ids.next(),
            access.workspace(),
            name,
            wanted.settings(),
            wanted.secrets(),
            wanted.origins().orElse(Set.of()),
            1);
    try {
      repository.insert(credential, access.actor(), clock.instant());
    } catch (DuplicateKeyException _) {
      throw new ConflictException(
          "Credential '%s' was just made by somebody else; load it again.".formatted(name));
    }
    store.forget(access.workspace(), name);
  }

  private void update(Access access, Row stored, CredentialDocument wanted) {
    var before = stored.open(vault).secrets().without(wanted.removed());
    var secrets = wanted.secrets().over(before, wanted.settings());
    var isOtherKind = !stored.settings().kind().equals(wanted.settings().kind());
    requireComplete(
        wanted,
        secrets,
        isOtherKind
            ? "Enter it again: the kind of the credential changes."
            : "Enter it; none is stored yet.");
    requireReadableKey(wanted.settings(), secrets);
    for (var field : secrets.fields()) {
      if (wanted.secrets().find(field).isEmpty()) {
        requireSameDestination(stored, wanted, field);
      }
    }
    var credential =
        new Credential(
            stored.id(),
            stored.workspace(),
            stored.name(),
            wanted.settings(),
            secrets,
            wanted.origins().orElse(stored.origins()),
            stored.revision());
    if (!repository.update(credential, access.actor(), clock.instant())) {
      throw new ConflictException(
          "Credential '%s' was changed by somebody else; load it again.".formatted(stored.name()));
    }
    changed(stored);
    if (isWidened(stored, wanted)) {
      listeners.forEach(listener -> listener.credentialGoesElsewhere(stored.id()));
    }
  }

  private static void requireComplete(CredentialDocument wanted, Secrets secrets, String message) {
    var missing =
        wanted.settings().secrets().stream()
            .filter(field -> field.required() && secrets.find(field.name()).isEmpty())
            .map(field -> new InvalidException.Problem(field.name(), message))
            .toList();
    if (!missing.isEmpty()) {
      throw new InvalidException(missing);
    }
  }

  /** A key that cannot sign is told now, not by the first call. */
  private static void requireReadableKey(CredentialSettings settings, Secrets secrets) {
    if (settings instanceof OAuthClient client) {
      secrets.find(SigningKey.FIELD).ifPresent(key -> SigningKey.of(key, client.assertion()));
    }
  }

  /** A stored secret goes nowhere it was not entered for. */
  private static void requireSameDestination(Row stored, CredentialDocument wanted, String field) {
    if (!stored.settings().kind().equals(wanted.settings().kind())) {
      throw new InvalidException(field, "Enter it again: the kind of the credential changes.");
    }
    if (!stored.settings().otherOrigin().equals(wanted.settings().otherOrigin())) {
      throw new InvalidException(field, "Enter it again: the token URL changes to another server.");
    }
    if (isWidened(stored, wanted)) {
      throw new InvalidException(
          field, "Enter it again: the origins change, and it would be sent to other servers.");
    }
  }

  private static boolean isWidened(Row stored, CredentialDocument wanted) {
    var origins = wanted.origins().orElse(stored.origins());
    return !stored.origins().isEmpty()
        && (origins.isEmpty() || !stored.origins().containsAll(origins));
  }

  private void changed(Row row) {
    store.forget(row.workspace(), row.name());
    listeners.forEach(listener -> listener.credentialChanged(row.id()));
  }

  private Row find(WorkspaceId workspace, String name) {
    return repository
        .find(workspace, name)
        .orElseThrow(() -> NotFoundException.of("credential", name));
  }

  private CredentialView view(Row row) {
    return row.view(
        using(user -> user.apisUsing(row.workspace(), row.name())),
        using(user -> user.flowsUsing(row.workspace(), row.name())));
  }

  private List<String> using(Function<CredentialUsers, List<String>> names) {
    return users.stream().flatMap(user -> names.apply(user).stream()).toList();
  }
}
