package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.Slug;
import io.patchbay.credential.CredentialService;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in to APIs: checks rights, keeps documents that are right in themselves, refuses to drop
 * what flows use.
 */
@Service
public class ApiService {

  /** Most methods in one answer of {@link #methods}. */
  public static final int MAX_METHODS = 2_000;

  private final ApiRepository repository;
  private final CredentialService credentials;
  private final DefinitionChanges changes;
  private final AuditTrail audit;
  private final Ids ids;

  ApiService(
      ApiRepository repository,
      CredentialService credentials,
      DefinitionChanges changes,
      AuditTrail audit,
      Ids ids) {
    this.repository = repository;
    this.credentials = credentials;
    this.changes = changes;
    this.audit = audit;
    this.ids = ids;
  }

  /** All APIs whose name, slug, address or methods hold {@code q}; sorted by name. */
  public List<ApiSummary> list(Access access, @Nullable String q) {
    access.require(Role.VIEWER);
    return repository.list(access.workspace(), q);
  }

  /**
   * The methods that hold {@code q}, of one API or of all, in the order of their APIs; at most
   * {@link #MAX_METHODS}.
   */
  public List<MethodSummary> methods(Access access, @Nullable String slug, @Nullable String q) {
    access.require(Role.VIEWER);
    return repository.methods(access.workspace(), slug, q, MAX_METHODS);
  }

  /**
   * The API with all its methods.
   *
   * @throws NotFoundException when there is none of that name
   */
  public StoredApi get(Access access, String slug) {
    return find(access, slug).orElseThrow(() -> NotFoundException.of("API", slug));
  }

  /** The API with all its methods, or nothing. */
  public Optional<StoredApi> find(Access access, String slug) {
    access.require(Role.VIEWER);
    return repository.find(access.workspace(), slug);
  }

  /**
   * Creates or replaces the API of that name.
   *
   * @param expectedRevision the revision that the change is based on, 0 for "must be new"; null
   *     replaces whatever is there
   * @throws InvalidException with all that is wrong with the document
   * @throws ConflictException when somebody else changed it in between
   */
  @Transactional
  public StoredApi put(Access access, String slug, Api api, @Nullable Long expectedRevision) {
    access.require(Role.EDITOR);
    Slug.check("slug", slug);
    var problems = ApiCheck.problems(api);
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
    Optional<Long> revision = repository.lock(access.workspace(), slug);
    if (expectedRevision != null && revision.orElse(0L) != expectedRevision.longValue()) {
      throw new ConflictException(
          expectedRevision == 0
              ? "There is an API '%s' already; choose another name.".formatted(slug)
              : "Somebody else changed API '%s' meanwhile. Load it again, then repeat your change."
                  .formatted(slug));
    }
    if (revision.isPresent()) {
      repository.update(access.workspace(), slug, api, access.actor());
    } else {
      insert(access, slug, api);
    }
    api.auth()
        .credentialName()
        .ifPresent(name -> credentials.bindOrigin(access, name, URI.create(api.baseUrl())));
    changes.bump();
    audit.record(access, revision.isPresent() ? "changed API" : "created API", slug, null);
    return repository.find(access.workspace(), slug).orElseThrow();
  }

  /**
   * Deletes the API and its methods.
   *
   * @throws ConflictException naming the flows, when flows call it
   */
  @Transactional
  public void delete(Access access, String slug) {
    access.require(Role.EDITOR);
    List<String> flows =
        repository.uses(access.workspace(), slug).stream()
            .map(ApiUse::flowName)
            .distinct()
            .toList();
    if (!flows.isEmpty()) {
      throw new ConflictException(
          "API '%s' is called by %s. Take its steps out of %s first."
              .formatted(
                  slug, String.join(", ", flows), flows.size() == 1 ? "that flow" : "those flows"));
    }
    if (!repository.delete(access.workspace(), slug)) {
      throw NotFoundException.of("API", slug);
    }
    changes.bump();
    audit.record(access, "deleted API", slug, null);
  }

  /** Which steps of which flows call it, in drafts and live versions. */
  public List<ApiUse> uses(Access access, String slug) {
    access.require(Role.VIEWER);
    return repository.uses(access.workspace(), slug);
  }

  private void insert(Access access, String slug, Api api) {
    try {
      repository.insert(new ApiId(ids.next()), access.workspace(), slug, api, access.actor());
    } catch (DuplicateKeyException e) {
      throw new ConflictException(
          "There is an API '%s' already, made just now by somebody else.".formatted(slug));
    }
  }
}
