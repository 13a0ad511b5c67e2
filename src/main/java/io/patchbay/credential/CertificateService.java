package io.patchbay.credential;

import io.patchbay.common.Access;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CertificateRepository.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What people do with certificates: list, upload, delete. Nothing here gives a key back. */
@Service
public class CertificateService {

  private final CertificateRepository repository;
  private final CertificateStore store;
  private final ObjectProvider<CertificateUsers> users;
  private final AuditTrail audit;
  private final Ids ids;
  private final InstantSource clock;

  CertificateService(
      CertificateRepository repository,
      CertificateStore store,
      ObjectProvider<CertificateUsers> users,
      AuditTrail audit,
      Ids ids,
      InstantSource clock) {
    this.repository = repository;
    this.store = store;
    this.users = users;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * All certificates in order of name.
   *
   * @param text limits them to those whose name, subject or issuer contains it; absent for all
   */
  public List<CertificateView> list(Access access, @Nullable String text) {
    access.require(Access.Role.VIEWER);
    var wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    return repository.list(access.workspace()).stream()
        .filter(row -> wanted.isEmpty() || holds(row, wanted))
        .map(this::view)
        .toList();
  }

  public CertificateView get(Access access, String name) {
    access.require(Access.Role.VIEWER);
    return view(find(access.workspace(), name));
  }

  /** Those that end within 30 days or are over, the most urgent first. */
  public List<CertificateView> expiring(Access access) {
    return list(access, null).stream()
        .filter(view -> view.expiryLevel() != null)
        .sorted(Comparator.comparingLong(CertificateView::daysLeft))
        .toList();
  }

  /**
   * Makes a certificate, or replaces it by a newer one: what uses it goes on with that.
   *
   * @throws InvalidException with what is wrong with the upload
   */
  public CertificateView put(Access access, String name, CertificateUpload upload) {
    access.require(Access.Role.EDITOR);
    CredentialName.require(name);
    var pack = CertificateCheck.pack(CertificateReader.read(upload), upload);
    var stored = repository.find(access.workspace(), name);
    if (stored.isPresent()) {
      replace(access, stored.get(), pack);
    } else {
      insert(access, name, pack);
    }
    store.forget(access.workspace(), name);
    audit.record(
        access,
        stored.isPresent() ? "replaced certificate" : "created certificate",
        name,
        CertificateEntry.of(pack.chain().getFirst()).subject());
    return withLeftOut(get(access, name), pack.leftOut());
  }

  /**
   * Says what an upload holds without keeping anything; the view has no name.
   *
   * @throws InvalidException with what is wrong with the upload
   */
  public CertificateView preview(Access access, CertificateUpload upload) {
    access.require(Access.Role.EDITOR);
    var pack = CertificateCheck.pack(CertificateReader.read(upload), upload);
    var now = clock.instant();
    var row =
        new Row(
            access.workspace(),
            ids.next(),
            "",
            pack.use(),
            pack.chain(),
            null,
            0,
            now,
            now,
            access.actor());
    return withLeftOut(view(row, List.of()), pack.leftOut());
  }

  /**
   * Deletes a certificate.
   *
   * @throws ConflictException when something refers to it
   */
  public void delete(Access access, String name) {
    access.require(Access.Role.EDITOR);
    var row = find(access.workspace(), name);
    var using = usedBy(row);
    if (!using.isEmpty()) {
      throw new ConflictException(
          "Certificate '%s' is used by %s; choose another one there first."
              .formatted(
                  name,
                  using.stream().map(CertificateUser::toString).collect(Collectors.joining(", "))));
    }
    repository.delete(row.id());
    store.forget(access.workspace(), name);
    audit.record(access, "deleted certificate", name, null);
  }

  private void insert(Access access, String name, KeyPack pack) {
    try {
      repository.insert(
          ids.next(), access.workspace(), name, pack, access.actor(), clock.instant());
    } catch (DuplicateKeyException _) {
      throw new ConflictException(
          "Certificate '%s' was just made by somebody else; load it again.".formatted(name));
    }
  }

  private void replace(Access access, Row stored, KeyPack pack) {
    if (stored.use() != pack.use() && !usedBy(stored).isEmpty()) {
      throw new ConflictException(
          stored.use() == CertificateUse.CLIENT
              ? "'%s' is a client certificate in use; it cannot become an authority."
                  .formatted(stored.name())
              : "'%s' is an authority in use; it cannot become a client certificate."
                  .formatted(stored.name()));
    }
    repository.update(stored.id(), access.workspace(), pack, access.actor(), clock.instant());
  }

  private Row find(WorkspaceId workspace, String name) {
    return repository
        .find(workspace, name)
        .orElseThrow(() -> NotFoundException.of("certificate", name));
  }

  private static boolean holds(Row row, String text) {
    return row.name().toLowerCase(Locale.ROOT).contains(text)
        || row.chain().stream()
            .anyMatch(certificate ->
                (certificate.getSubjectX500Principal()
                        + "\n"
                        + certificate.getIssuerX500Principal())
                    .toLowerCase(Locale.ROOT)
                    .contains(text));
  }

  private List<CertificateUser> usedBy(Row row) {
    var all = new ArrayList<CertificateUser>();
    users.stream().forEach(user -> all.addAll(user.using(row.workspace(), row.name())));
    repository.credentialsWith(row.workspace(), row.name()).stream()
        .map(name -> new CertificateUser(CertificateUser.Kind.CREDENTIAL, name))
        .forEach(all::add);
    return all.stream().sorted(Comparator.comparing(CertificateUser::kind)).toList();
  }

  private CertificateView view(Row row) {
    return view(row, usedBy(row));
  }

  private CertificateView view(Row row, List<CertificateUser> usedBy) {
    Instant now = clock.instant();
    var entries = row.chain().stream().map(CertificateEntry::of).toList();
    var first =
        row.use() == CertificateUse.CLIENT
            ? entries.getFirst()
            : entries.stream()
                .min(Comparator.comparing(CertificateEntry::notAfter))
                .orElse(entries.getFirst());
    return new CertificateView(
        row.id(),
        row.name(),
        row.use(),
        first.subject(),
        first.issuer(),
        first.serial(),
        first.sha256(),
        first.notBefore(),
        first.notAfter(),
        CertificateView.daysBetween(now, first.notAfter()),
        first.keyType(),
        first.pin(),
        entries,
        CertificateCheck.warnings(row.use(), row.chain(), now),
        usedBy,
        row.revision(),
        row.createdAt(),
        row.updatedAt(),
        row.updatedBy());
  }

  private static CertificateView withLeftOut(CertificateView view, int leftOut) {
    if (leftOut == 0) {
      return view;
    }
    var warnings = new ArrayList<>(view.warnings());
    warnings.add(
        leftOut == 1
            ? "One certificate in it does not belong to the chain and was left out."
            : "%d certificates in it do not belong to the chain and were left out."
                .formatted(leftOut));
    return view.withWarnings(warnings);
  }
}
